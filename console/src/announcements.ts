import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { AgentRef, InboxRow } from "../../chat/client/generated/wire";
import type { Item, View } from "../../chat/client/types";
import type { Desk } from "./desk";
import { why } from "./inbox/rowWords";
import { firstName, visitorName } from "./names";
import { LATE_MINUTES } from "./time";
import { say } from "./words";

/** More than so many messages at once are only counted. */
const AT_ONCE = 3;

export function newcomers(rows: readonly InboxRow[], known: ReadonlySet<string>): InboxRow[] {
  return rows.filter((row) => !known.has(row.conversation));
}

/** Who waits, and why: also that they are meant for me, or whose connection broke. */
export function waitingWords(rows: readonly InboxRow[], me: AgentRef | null): string {
  return rows
    .map((row) => {
      const reason = why(row, me).replaceAll(" · ", ", ") || say("section_waiting");
      return say("announce_waiting", { visitor: visitorName(row.visitor), reason });
    })
    .join(" ");
}

/** Who has had no answer for too long, each once: `known` were said before. */
export function lateAlert(rows: readonly InboxRow[], known: ReadonlySet<string>): string {
  return newcomers(rows, known)
    .map((row) => say("announce_late", { visitor: visitorName(row.visitor), n: LATE_MINUTES }))
    .join(" ");
}

/** Of the chats that were mine, those that a colleague has now, without my passing them on. */
export function goneWords(mine: readonly InboxRow[], rows: readonly InboxRow[], me: AgentRef | null): string[] {
  const now = new Map(rows.map((row) => [row.conversation, row]));
  return mine.flatMap(({ conversation, visitor }) => {
    const agent = now.get(conversation)?.agent ?? null;
    if (agent === null || agent.id === me?.id) return [];
    return [say("news_taken", { name: firstName(agent.name), visitor: visitorName(visitor) })];
  });
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

/** One thing that was said aloud. */
export interface Told {
  readonly id: number;
  readonly text: string;
}

/** So many stay in the page: what is told at once mustn't push out what is still being read. */
const KEPT = 4;

/** What a screen reader is told politely. Nothing that was there at the start is announced. */
export function announcements(desk: Desk): { told: ReadonlySignal<readonly Told[]>; stop: () => void } {
  const told = signal<readonly Told[]>([]);
  let id = 0;
  const tell = (text: string): void => {
    if (text) told.value = [...told.peek(), { id: ++id, text }].slice(-KEPT);
  };
  const hear = [hearWaiting, hearLate, hearGone, hearMessages];
  const stops = hear.map((each) => effect(each(desk, tell)));
  return {
    told,
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}

type Tell = (text: string) => void;

function hearWaiting(desk: Desk, tell: Tell): () => void {
  let known: ReadonlySet<string> | null = null;
  return () => {
    if (!desk.session.inboxLoaded.value) return;
    const rows = desk.waitingRows.value;
    const fresh = known ? newcomers(rows, known) : [];
    known = new Set(rows.map((row) => row.conversation));
    tell(waitingWords(fresh, desk.session.me.peek()));
  };
}

function hearLate(desk: Desk, tell: Tell): () => void {
  let known: ReadonlySet<string> | null = null;
  return () => {
    if (!desk.session.inboxLoaded.value) return;
    const late = desk.session.rows.value.filter((row) => row.late_since !== null);
    const alert = known && lateAlert(late, known);
    known = new Set(late.map((row) => row.conversation));
    tell(alert ?? "");
  };
}

function hearGone(desk: Desk, tell: Tell): () => void {
  let mine: readonly InboxRow[] = [];
  return () => {
    const gone = goneWords(mine, desk.session.rows.value, desk.session.me.value);
    mine = desk.myRows.value;
    if (gone.length === 0) return;
    desk.news.value = [...desk.news.peek(), ...gone];
    tell(gone.join(" "));
  };
}

function hearMessages(desk: Desk, tell: Tell): () => void {
  let from: { conversation: string; seq: number } | null = null;
  return () => {
    const watched = desk.watched.value;
    if (!watched?.loaded.value) return;
    const view = watched.view.value;
    const known = from?.conversation === watched.conversation ? from.seq : view.seq;
    from = { conversation: watched.conversation, seq: view.seq };
    tell(messageWords(view, known, desk.session.me.peek()?.id, visitorName(desk.row.peek()?.visitor ?? "")));
  };
}
