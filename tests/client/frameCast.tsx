/** @jsxImportSource ../../widget/src/dom */

/** The frame drawn over a session to which things happen. Tests put this session in the place of the real one. */
import { computed, signal } from "@preact/signals-core";
import { vi } from "vitest";
import type { AgentLeft, AgentRef, ConversationEvent, WireEvent } from "../../chat/client/generated/wire";
import { emptyView, fold } from "../../chat/client/view";
import { drawInto } from "../../widget/src/dom/render";

export const TITLE = "You’re talking to a bot";
export const DETAIL = "Automated, not a person. Ask for a person any time.";
export const ana = { id: "m-ana", name: "Ana Moreno" };
export const handoff = { kind: "handoff_requested", notice: "asked", agents_here: true, back_at: null } as const;
export const disclosed = { kind: "disclosure_shown", text_version: "t", language: "en", shown_at: "" } as const;

/** The bot answers, and Ana is here. */
const here = { open: true, agents: ["Ana Moreno"], back_at: null, wait: null, people_first: false };
const events = signal<readonly WireEvent[]>([]);
export const session = {
  view: computed(() => fold(emptyView, events.value)),
  pending: signal<object[]>([]),
  connection: signal({ kind: "online", via: "socket" }),
  availability: signal(here),
  site: signal(null),
  loaded: signal(true),
  typing: signal(null),
  readUpTo: signal(0),
  queue: signal<object | null>({ place: 2, wait: null }),
  askPerson: vi.fn(),
  send: vi.fn(),
  rate: vi.fn(),
  leaveMessage: vi.fn(),
  sayTyping: vi.fn(),
  discard: vi.fn(),
};
export const root = document.createElement("div");
export let draw: () => void;

/** Draws the app after this has happened. */
export function after(...happened: ConversationEvent[]): string {
  return afterAt(
    happened.map(() => "2026-11-21T14:06:00Z"),
    ...happened,
  );
}

/** The same, each at its time. */
export function afterAt(times: string[], ...happened: ConversationEvent[]): string {
  events.value = happened.map((event, n) => ({ seq: n + 1, id: `e${n + 1}`, at: times[n] ?? "", event }));
  draw();
  return shown();
}

/** What is to be seen; what is to be heard stands in the one region besides. */
export const shown = () =>
  [...root.querySelectorAll("header, main, footer > :not([role=status])")].map(textOf).join("\n");
const textOf = ({ textContent }: Element) => textContent ?? "";
export const heard = () => [...root.querySelectorAll("[role=status] p")].map(textOf);

export const header = () => root.querySelector("header")?.textContent ?? "";

export async function setUp(): Promise<void> {
  for (const [id, text] of [
    ["candid-config", JSON.stringify({ site: "KEY", name: "Shop", origin: "", parents: [], language: "en" })],
    ["disclosure-title", TITLE],
    ["disclosure-detail", DETAIL],
  ]) {
    document.body.append(Object.assign(document.createElement("div"), { id, textContent: text }));
  }
  await (await import("../../widget/src/words")).loadWords("en");
  (await import("../../widget/src/hearing")).speaks.value = true;
  const { App } = await import("../../widget/src/app/App");
  const show = drawInto(root);
  draw = () => show(<App />);
}

export function reset(): void {
  vi.clearAllMocks();
  session.pending.value = [];
  session.availability.value = here;
  document.body.append(root);
}

export const find = <E extends HTMLElement>(selector: string) => root.querySelector(selector) as E;

/** Writes, without sending it. */
export function write(text: string): void {
  find<HTMLTextAreaElement>("textarea").value = text;
  find("textarea").dispatchEvent(new InputEvent("input", { bubbles: true }));
  draw();
}
export function left(why: AgentLeft["why"], to: AgentRef | null = null): ConversationEvent {
  return { kind: "agent_left", agent: ana, why, to };
}
