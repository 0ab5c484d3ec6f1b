/** A desk that is drawn, with a session that does nothing by itself. */
import { signal } from "@preact/signals";
import { type ComponentChild, render } from "preact";
import { vi } from "vitest";
import type { InboxRow, Opening } from "../../chat/client/generated/wire";
import { memoryStore } from "../../chat/client/storage";
import type { AgentSession, Outcome, View, Watched } from "../../chat/client/types";
import { emptyView } from "../../chat/client/view";
import { Desk } from "../../console/src/desk";
import type { Search } from "../../console/src/find/search";
import { ana } from "./consoleCast";

/** What was done, not answered yet. */
export const acts: ((outcome: Outcome) => void)[] = [];

export const session = {
  connection: signal<object>({ kind: "online", via: "socket" }),
  site: signal(null),
  me: signal(ana),
  role: signal("agent"),
  available: signal<boolean | null>(true),
  colleagues: signal([]),
  left: signal<ReadonlyMap<string, string | null>>(new Map()),
  opening: signal<Opening | null>(null),
  rows: signal<InboxRow[]>([]),
  inboxLoaded: signal(true),
  caughtUp: signal(true),
  leaseUntil: signal(null),
  setAvailable: vi.fn(),
  act: () => new Promise<Outcome>((settle) => acts.push(settle)),
};

export const view = signal<View>(emptyView);
export const watched = {
  conversation: "c1",
  view,
  pending: signal([]),
  loaded: signal(true),
  readUpTo: signal(0),
  typing: signal(null),
  refused: signal(null),
  presence: signal(null),
  visitor: signal("4F2"),
  markRead: () => {},
  sayTyping: () => {},
  send: vi.fn(),
  leave: () => {},
} as unknown as Watched;

export const search = vi.fn<Search>(() => new Promise(() => {}));

export function newDesk(open: string | null = "c1"): Desk {
  const fake = { ...session, watch: () => watched } as unknown as AgentSession;
  return new Desk(fake, signal(open), memoryStore(), search);
}

/** Draws it; what changes later is drawn once `drawn()` is awaited. */
export function show(what: ComponentChild): void {
  render(null, document.body);
  render(what, document.body);
}

/** What a key press waits for, too: whatever is queued, but no frame. */
export const drawn = (): Promise<void> => new Promise<void>((done) => queueMicrotask(() => queueMicrotask(done)));

export function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

/** By the first words on it. */
export function button(name: string): HTMLElement {
  const named = [...document.querySelectorAll("button")].find((each) => each.textContent?.trim().startsWith(name));
  if (!named) throw new Error(`no button ${name}`);
  return named;
}

export function press(key: string, on: Element = document.activeElement ?? document.body): void {
  on.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}
