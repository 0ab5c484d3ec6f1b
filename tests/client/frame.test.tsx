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
  pending: signal<object[]>([]),
  connection: signal({ kind: "online", via: "socket" }),
  availability: signal({ open: true, agents: ["Ana Moreno"], back_at: null, wait: null }),
  site: signal(null),
  loaded: signal(true),
  typing: signal(null),
  readUpTo: signal(0),
  queue: signal<object | null>({ place: 2, wait: null }),
  askPerson: vi.fn(),
  send: vi.fn(),
  rate: vi.fn(),
  leaveMessage: vi.fn(),
  discard: vi.fn(),
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

beforeEach(() => {
  vi.clearAllMocks();
  session.pending.value = [];
  document.body.append(root);
});

const find = <E extends HTMLElement>(selector: string) => root.querySelector(selector) as E;

/** Asks for an answer at that address, and the server's word on it has come. */
function leave(email: string, code: string): void {
  find<HTMLInputElement>("#email").value = email;
  find<HTMLButtonElement>(".email [type=submit]").click();
  session.pending.value = [{ cmid: "c", state: "failed", code, frame: { type: "leave_message", email } }];
  draw();
}

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

test("minutes are told only where they were measured, with what they go by, and a longer wait is admitted", () => {
  session.queue.value = { place: 2, wait: null };
  expect(after(disclosed, handoff)).not.toMatch(/minute/);
  session.queue.value = { place: 2, wait: { minutes: 4, measured: 22 } };
  expect(after(disclosed, handoff)).toContain("About 4 minutes, going by the last 22 waits.");
  session.queue.value = { place: 2, wait: { minutes: 9, measured: 22 } };
  expect(after(disclosed, handoff)).toContain("now about 9 minutes. Wait, or get an e-mail?");
});

test("whoever gets no answer is offered one by e-mail, also while a person has the chat", () => {
  const joined = { kind: "agent_joined", agent: ana } as const;
  const late = { kind: "unanswered", since: "2026-11-21T14:06:00Z" } as const;
  expect(after(disclosed, handoff, joined)).not.toContain("E-mail me instead");
  expect(after(disclosed, handoff, joined, late)).toContain("No answer yet. We’ve alerted the team.");
  expect(root.textContent).toContain("E-mail me instead");
  expect(after(disclosed, handoff, joined, late, message("agent", "Here I am"))).not.toContain("No answer yet");
});

test("an address that only the server refuses stays, with the reason beside it and the focus on it", () => {
  after(disclosed, handoff);
  find(".seat .button").click();
  draw();
  leave("a@b..com", "bad_field");
  const input = find<HTMLInputElement>("#email");
  expect([input.value, input.getAttribute("aria-invalid"), document.activeElement]).toEqual([
    "a@b..com",
    "true",
    input,
  ]);
  expect(find(`#${input.getAttribute("aria-describedby")}`).textContent).toMatch(/look like an e-mail address/);
  expect(root.textContent).not.toContain("didn’t work");
  leave("vera@lind.example", "bad_field");
  expect([session.leaveMessage.mock.lastCall, session.discard.mock.lastCall]).toEqual([["vera@lind.example"], ["c"]]);
});

test("a corrected address that the server refuses is told beside it, too", () => {
  after(disclosed, handoff, { kind: "message_left", reference: "7K4", email: "v@x", due_at: null });
  find(".ticket .link").click();
  draw();
  leave("a@b..com", "bad_field");
  expect(find("#email-bad")).toBe(find("[role=alert]"));
});

test("who lost the connection and comes back is back; who joins another time has joined", () => {
  const joined = { kind: "agent_joined", agent: ana } as const;
  expect(after(disclosed, handoff, joined, left("lost"), joined)).toMatch(/Ana lost connection.*Ana is back/s);
  const again = [disclosed, handoff, joined, left("lost"), joined, left("bot"), handoff, joined];
  expect(after(...again).match(/Ana is back|Ana joined/g)).toEqual(["Ana joined", "Ana is back", "Ana joined"]);
});

test("an agent who lets the bot continue has left, and the bot is named", () => {
  const resumed = { kind: "bot_resumed", why: "agent" } as const;
  const text = after(disclosed, handoff, { kind: "agent_joined", agent: ana }, left("bot"), resumed);
  expect(text).toMatch(/Ana left at .*You’re talking to the bot again\./);
});

test("an idle chat says when it closes and that words keep it open", () => {
  after(disclosed, { kind: "inactivity_warned", closes_at: "2026-11-21T14:16:00Z" });
  const heard = [...root.querySelectorAll("[role=status]")].map(({ textContent }) => textContent).join();
  expect(heard).toMatch(/This chat closes at .* Write anything to keep it open\./);
});

test("what was found helpful can be found unhelpful, nothing else", () => {
  const answer = { ...message("bot", "Nine to six."), source: { entry_id: "f", title: "Hours" } };
  const rated = { kind: "answer_rated", message_seq: 2, helped: true } as const;
  after(disclosed, answer, rated);
  root.querySelector<HTMLButtonElement>(".cells button")?.click();
  expect(session.rate).toHaveBeenCalledWith(2, false);
  after(disclosed, answer, { ...rated, helped: false }, handoff);
  expect(root.querySelector(".cells button")).toBeNull();
});

test("days are named where they begin, and not for what isn't shown", () => {
  const days = ["2024-02-28T12:00:00Z", "2024-02-29T12:00:00Z", "2024-03-01T12:00:00Z"];
  const said: ConversationEvent[] = [message("visitor", "one"), { kind: "hidden" }, message("visitor", "two")];
  events.value = said.map((event, index) => ({ seq: index + 1, id: `e${index}`, at: days[index] ?? "", event }));
  draw();
  const shown = [...root.querySelectorAll(".day")].map(({ textContent }) => textContent);
  expect(shown).toHaveLength(2);
  expect(shown.join()).toMatch(/28.*1/);
});

function left(why: "lost" | "bot"): ConversationEvent {
  return { kind: "agent_left", agent: ana, why, to: null };
}
