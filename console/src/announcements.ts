import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { InboxRow } from "../../chat/client/generated/wire";
import type { Item, View } from "../../chat/client/types";
import type { Desk } from "./desk";
import { visitorName } from "./names";
import { say } from "./words";

/** More than so many messages at once are only counted. */
const AT_ONCE = 3;

export function newcomers(rows: readonly InboxRow[], known: ReadonlySet<string>): InboxRow[] {
  return rows.filter((row) => !known.has(row.conversation));
}

export function waitingWords(rows: readonly InboxRow[]): string {
  return rows
    .map((row) => {
      const reason = row.reason ? say(`reason_${row.reason}`) : say("section_waiting");
      return say("announce_waiting", { visitor: visitorName(row.visitor), reason });
    })
    .join(" ");
}

/** What others wrote after `seq`; "" when it was nothing. My own words are not read back to me. */
export function messageWords(view: View, seq: number, me: string | undefined, visitor: string): string {
  const heard = view.items.filter((item) => item.seq > seq && isOthers(item, me));
  if (heard.length > AT_ONCE) return say("announce_many", { n: heard.length });
  return heard.map((item) => spoken(item, visitor)).join(" ");
}

function isOthers({ event }: Item, me: string | undefined): boolean {
  return event.kind === "message" && event.text !== "" && event.author?.id !== me;
}

function spoken({ event }: Item, visitor: string): string {
  if (event.kind !== "message") return "";
  const name = event.author_kind === "visitor" ? visitor : (event.author?.name ?? say("bot"));
  return say("announce_message", { name, text: event.text });
}

/** What a screen reader is told politely. Nothing that was there at the start is announced. */
export function announcements(desk: Desk): { words: ReadonlySignal<string>; stop: () => void } {
  const words = signal("");
  const stops = [effect(hearWaiting(desk, words)), effect(hearMessages(desk, words))];
  return {
    words,
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}

type Words = { value: string };

function hearWaiting(desk: Desk, words: Words): () => void {
  let known: ReadonlySet<string> | null = null;
  return () => {
    if (!desk.session.inboxLoaded.value) return;
    const rows = desk.sections.value.find((section) => section.key === "waiting")?.rows ?? [];
    const fresh = known ? newcomers(rows, known) : [];
    known = new Set(rows.map((row) => row.conversation));
    if (fresh.length > 0) words.value = waitingWords(fresh);
  };
}

function hearMessages(desk: Desk, words: Words): () => void {
  let from: { conversation: string; seq: number } | null = null;
  return () => {
    const watched = desk.watched.value;
    if (!watched?.loaded.value) return;
    const view = watched.view.value;
    const known = from?.conversation === watched.conversation ? from.seq : view.seq;
    from = { conversation: watched.conversation, seq: view.seq };
    const heard = messageWords(view, known, desk.session.me.peek()?.id, visitorName(desk.row.peek()?.visitor ?? ""));
    if (heard) words.value = heard;
  };
}
