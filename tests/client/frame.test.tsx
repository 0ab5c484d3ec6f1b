// @vitest-environment happy-dom
/** @jsxImportSource ../../widget/src/dom */
import { computed, signal } from "@preact/signals-core";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { ConversationEvent, WireEvent } from "../../chat/client/generated/wire";
import { emptyView, fold } from "../../chat/client/view";
import { drawInto } from "../../widget/src/dom/render";
import { message } from "./server";

const TITLE = "You’re talking to a bot";
const DETAIL = "Automated, not a person. Ask for a person any time.";
const ana = { id: "m-ana", name: "Ana Moreno" };
const handoff = { kind: "handoff_requested", notice: "asked", agents_here: true, back_at: null } as const;
const disclosed = { kind: "disclosure_shown", text_version: "t", language: "en", shown_at: "" } as const;

const events = signal<readonly WireEvent[]>([]);
const session = {
  view: computed(() => fold(emptyView, events.value)),
  pending: signal([]),
  connection: signal({ kind: "online", via: "socket" }),
  availability: signal({ open: true, agents: ["Ana Moreno"], back_at: null, wait: null }),
  site: signal(null),
  loaded: signal(true),
  typing: signal(null),
  readUpTo: signal(0),
  queue: signal<object | null>({ place: 2, wait: null }),
  askPerson: vi.fn(),
  send: vi.fn(),
};
vi.mock("../../widget/src/chat", () => ({ session }));

const root = document.createElement("div");
let draw: () => void;

/** Draws the app after this has happened. */
function after(...happened: ConversationEvent[]): string {
  const at = "2026-11-21T14:06:00Z";
  events.value = happened.map((event, index) => ({ seq: index + 1, id: `e${index + 1}`, at, event }));
  draw();
  return root.textContent ?? "";
}

const header = () => root.querySelector("header")?.textContent ?? "";

beforeAll(async () => {
  for (const [id, text] of [
    ["candid-config", JSON.stringify({ site: "KEY", name: "Shop", origin: "", parents: [], language: "en" })],
    ["disclosure-title", TITLE],
    ["disclosure-detail", DETAIL],
  ]) {
    document.body.append(Object.assign(document.createElement("div"), { id, textContent: text }));
  }
  await (await import("../../widget/src/words")).loadWords("en");
  const { App } = await import("../../widget/src/app/App");
  const show = drawInto(root);
  draw = () => show(<App />);
});

beforeEach(() => vi.clearAllMocks());

test.each<[string, ConversationEvent[]]>([
  ["before the first message", []],
  ["with the bot", [disclosed]],
  ["while waiting", [disclosed, handoff]],
  ["after a person left", [disclosed, handoff, { kind: "agent_joined", agent: ana }, left("lost")]],
  [
    "when a message was left",
    [disclosed, handoff, { kind: "message_left", reference: "7K4", email: "v@x", due_at: null }],
  ],
  ["when it ended", [disclosed, { kind: "conversation_closed", how: "visitor", agent: null }]],
])("%s the header says that it is a bot", (_name, happened) => {
  after(...happened);
  expect(header()).toContain(TITLE);
  expect(header()).toContain(DETAIL);
});

test("while a person replies, the header names the person and no bot", () => {
  after(disclosed, handoff, { kind: "agent_joined", agent: ana });
  expect(header()).toContain("A person at Shop");
  expect(header()).not.toContain(TITLE);
});

test.each<[string, ConversationEvent[]]>([
  ["before the first message", []],
  ["with the bot", [disclosed]],
])("%s a person is one press away", (_name, happened) => {
  after(...happened);
  root.querySelector<HTMLButtonElement>(".talk")?.click();
  expect(session.askPerson).toHaveBeenCalledOnce();
});

test("every message of the bot says so", () => {
  after(disclosed, message("bot", "one"), message("visitor", "two"), message("bot", "three"));
  const labels = [...root.querySelectorAll(".box")].map((box) => box.querySelector(".label")?.textContent);
  expect(labels).toEqual(["Bot", "Bot", "Bot"]);
});

test("what people write is text, whatever it looks like", () => {
  const nasty = "<img src=x onerror=alert(1)>";
  expect(after(disclosed, message("visitor", nasty), message("bot", nasty))).toContain(nasty);
  expect(root.querySelector("img")).toBeNull();
});

test("who waits sees the place in line and the ways out", () => {
  const text = after(disclosed, handoff);
  for (const words of ["You’re number 2 in line", "E-mail me instead", "Go back to the bot"])
    expect(text).toContain(words);
});

function left(why: "lost"): ConversationEvent {
  return { kind: "agent_left", agent: ana, why, to: null };
}
