// @vitest-environment happy-dom
import { computed, signal } from "@preact/signals-core";
import { beforeEach, expect, test, vi } from "vitest";
import type { ConversationEvent, WireEvent } from "../../chat/client/generated/wire";
import { emptyView, fold } from "../../chat/client/view";
import { message } from "./server";

/** A page with the frame in it. */
function newPage() {
  const events = signal<readonly WireEvent[]>([]);
  const session = {
    view: computed(() => fold(emptyView, events.value)),
    loaded: signal(false),
    connection: signal({ kind: "online" }),
    queue: signal<object | null>(null),
    markRead: vi.fn(),
  };
  return { events, session, isShown: signal(false), tellPage: vi.fn() };
}

let page: ReturnType<typeof newPage>;

/** Effects of the page before it hold on to its own signals, and are heard no more. */
async function visit(): Promise<void> {
  page = newPage();
  const { session, isShown, tellPage } = page;
  vi.resetModules();
  vi.doMock("../../widget/src/chat", () => ({ session }));
  vi.doMock("../../widget/src/parent", () => ({ isShown, tellPage }));
  (await import("../../widget/src/events")).reportEvents();
  (await import("../../widget/src/report")).reportState();
}

const disclosed = { kind: "disclosure_shown", text_version: "t", language: "en", shown_at: "" } as const;
const joined = { kind: "agent_joined", agent: { id: "m", name: "Ana Moreno" } } as const;

function happened(...all: ConversationEvent[]): void {
  page.events.value = all.map((event, index) => ({
    seq: index + 1,
    id: `e${index}`,
    at: "2026-11-21T14:06:00Z",
    event,
  }));
}

const told = (type: string) => page.tellPage.mock.calls.map(([said]) => said).filter((said) => said.type === type);
const names = () => told("event").map(({ name }) => name);

beforeEach(async () => {
  document.body.replaceChildren();
  document.body.append(
    Object.assign(document.createElement("i"), { id: "candid-config", textContent: '{"site":"S"}' }),
  );
  localStorage.clear();
  await visit();
});

test("history is no news", () => {
  happened(disclosed, message("visitor", "one"), joined);
  page.session.loaded.value = true;
  expect(names()).toEqual([]);
  happened(disclosed, message("visitor", "one"), joined, message("agent", "two"));
  expect(told("event")).toEqual([{ candid: 1, type: "event", name: "message:received", detail: { from: "agent" } }]);
});

test("the first message starts a conversation; names are first names, and nothing that was said is told", () => {
  page.session.loaded.value = true;
  happened(disclosed, message("visitor", "my secret"), joined);
  expect(names()).toEqual(["conversation:started", "message:sent", "agent:joined"]);
  expect(JSON.stringify(page.tellPage.mock.calls)).not.toMatch(/secret|Moreno/);
});

test("nothing is said of a chat before it is known whether there is one", () => {
  happened(disclosed);
  expect(told("state")).toEqual([]);
  page.session.loaded.value = true;
  expect(told("state").at(-1)).toMatchObject({ open: true });
});

test("what stands on the screen is read, what doesn't is unread", () => {
  page.session.loaded.value = true;
  happened(disclosed, message("agent", "one"));
  expect(told("state").at(-1)).toMatchObject({ unread: 1 });
  expect(page.session.markRead).not.toHaveBeenCalled();
  page.isShown.value = true;
  expect(told("state").at(-1)).toMatchObject({ unread: 0 });
  expect(page.session.markRead).toHaveBeenCalledWith(2);
});

test("what was read on one page is not unread on the next", async () => {
  page.session.loaded.value = page.isShown.value = true;
  happened(disclosed, message("agent", "one"));
  await visit();
  page.session.loaded.value = true;
  happened(disclosed, message("agent", "one"), message("agent", "two"));
  expect(told("state").at(-1)).toMatchObject({ unread: 1 });
});
