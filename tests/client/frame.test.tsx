// @vitest-environment happy-dom
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { ConversationEvent } from "../../chat/client/generated/wire";
import {
  after,
  afterAt,
  ana,
  DETAIL,
  disclosed,
  handoff,
  header,
  left,
  reset,
  root,
  session,
  setUp,
  TITLE,
} from "./frameCast";
import { message } from "./server";

vi.mock("../../widget/src/chat", async () => ({ session: (await import("./frameCast")).session }));
beforeAll(setUp);
beforeEach(reset);

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

test("who lost the connection and comes back is back; who joins another time has joined", () => {
  const joined = { kind: "agent_joined", agent: ana } as const;
  expect(after(disclosed, handoff, joined, left("lost"), joined)).toMatch(/Ana lost connection.*Ana is back/s);
  const again = [disclosed, handoff, joined, left("lost"), joined, left("bot"), handoff, joined];
  expect(after(...again).match(/Ana is back|Ana joined/g)).toEqual(["Ana joined", "Ana is back", "Ana joined"]);
});

test("who signed out left, and is back on coming back", () => {
  const joined = { kind: "agent_joined", agent: ana } as const;
  const text = after(disclosed, handoff, joined, left("away"), joined);
  expect(text).toMatch(/Ana left at .*Ana or a colleague will continue.*Ana is back/s);
});

test("an agent who lets the bot continue has left, and the bot is named", () => {
  const resumed = { kind: "bot_resumed", why: "agent" } as const;
  const text = after(disclosed, handoff, { kind: "agent_joined", agent: ana }, left("bot"), resumed);
  expect(text).toMatch(/Ana left at .*You’re talking to the bot again\./);
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
  afterAt(days, ...said);
  const shown = [...root.querySelectorAll(".day")].map(({ textContent }) => textContent);
  expect(shown).toHaveLength(2);
  expect(shown.join()).toMatch(/28.*1/);
});

test.each([
  [null, "Sending"],
  ["rate_limited", "Waiting to send"],
])("a message that was refused for %s says: %s", (code, words) => {
  session.pending.value = [{ cmid: "c", code, frame: { type: "send", text: "Hello" }, state: "sending" }];
  expect(after(disclosed)).toContain(words);
});
