import { expect, test } from "vitest";
import type { AgentRef } from "../../chat/client/generated/wire";
import { lastWords, lateWords, pageWords, wait, why } from "../../console/src/inbox/rowWords";
import { isUnread, placeOf, sectionOf, sections } from "../../console/src/inbox/sections";
import { ago, ana, ben, NOW, row } from "./consoleCast";

const preview = (author_kind: "visitor" | "agent" | "bot", text: string, author: AgentRef | null = null, seq = 4) => ({
  author_kind,
  author,
  text,
  seq,
  at: ago(30),
});

test.each([
  [row("a", "waiting"), "waiting"],
  [row("a", "human", { agent: ana }), "mine"],
  [row("a", "human", { agent: ben }), "colleagues"],
  [row("a", "bot"), "bot"],
  [row("a", "message_left", { reference: "7K4-29Q" }), "left"],
  [row("a", "bot", { reference: "7K4-29Q" }), "left"],
  [row("a", "closed", { reference: "7K4-29Q" }), "left"],
  [row("a", "closed"), null],
])("a row stands where somebody would look for it", (each, section) => {
  expect(sectionOf(each, ana)).toBe(section);
});

test("who waited longest stands first, whatever else happened since", () => {
  const rows = [
    row("late", "waiting", { queued_at: ago(10) }),
    row("first", "waiting", { queued_at: ago(300), created_at: ago(5) }),
  ];
  expect(sections(rows, ana)[0]?.rows.map((each) => each.conversation)).toEqual(["first", "late"]);
});

test("every open row stands in exactly one section", () => {
  const rows = [
    row("a", "waiting"),
    row("b", "bot"),
    row("c", "human", { agent: ben }),
    row("d", "message_left", { reference: "R" }),
  ];
  const shown = sections(rows, ana).flatMap((section) => section.rows);
  expect(new Set(shown)).toEqual(new Set(rows));
  expect(shown).toHaveLength(rows.length);
});

test("a wait ticks, and is late in words too once the server says so", () => {
  const vera = row("a", "waiting", { queued_at: ago(372) });
  expect(wait(vera, ana, NOW)).toEqual({ text: "6:12", strong: true, late: false });
  const late = { ...vera, late_since: ago(372) };
  expect(wait(late, ana, NOW)).toEqual({ text: "6:12", strong: true, late: true });
  expect(lateWords(late)).toBe("over 3 min");
});

test("a chat that somebody has is late too, from the visitor's first unanswered words on", () => {
  const bens = row("a", "human", { agent: ben, queued_at: ago(900), late_since: ago(190) });
  expect(wait(bens, ana, NOW)).toEqual({ text: "3:10", strong: true, late: true });
});

test("the line is the server's, but what is meant for a colleague comes last until it is late", () => {
  const waits = (name: string, seconds: number, rest = {}) =>
    row(name, "waiting", { queued_at: ago(seconds), ...rest });
  const rows = [
    waits("bens", 90, { reserved_for: ben }),
    waits("bens, late", 200, { reserved_for: ben, late_since: ago(200) }),
    waits("plain", 100),
    waits("urgent", 5, { queue_rank: -2 }),
  ];
  const shown = sections(rows, ana)[0]?.rows ?? [];
  expect(shown.map(({ conversation }) => conversation)).toEqual(["urgent", "bens, late", "plain", "bens"]);
  expect(placeOf(shown, "urgent")).toBe(1);
  expect(placeOf(shown, "bens")).toBe(4);
});

test("who left the page without an address stands last, and in nobody's way", () => {
  const waits = (name: string, seconds: number, rest = {}) =>
    row(name, "waiting", { queued_at: ago(seconds), ...rest });
  const rows = [
    waits("gone", 300),
    waits("by e-mail", 200),
    waits("here", 100),
    waits("bens", 90, { reserved_for: ben }),
  ];
  const left = new Map([
    ["gone", null],
    ["by e-mail", "vera@lind.example"],
  ]);
  const shown = sections(rows, ana, left)[0]?.rows ?? [];
  expect(shown.map(({ conversation }) => conversation)).toEqual(["by e-mail", "here", "bens", "gone"]);
  expect(["by e-mail", "here", "bens", "gone"].map((name) => placeOf(shown, name, left))).toEqual([1, 2, 3, 0]);
});

test("an owed answer past its time is late", () => {
  const vera = row("a", "message_left", { reference: "R", due_at: ago(60) });
  expect(wait(vera, ana, NOW).late).toBe(true);
  expect(lateWords(vera)).toBe("overdue");
});

test.each([
  [row("a", "waiting", { preview: preview("visitor", "hello?") }), "hello?"],
  [row("a", "bot", { preview: preview("bot", "We open at 7.") }), "Bot: We open at 7."],
  [
    row("a", "bot", { preview: preview("bot", "**Every day**, see [here](https://a.example)") }),
    "Bot: Every day, see here",
  ],
  [row("a", "bot", { preview: preview("bot", "") }), "Bot answered"],
  [row("a", "bot", { preview: preview("bot", "bot_thanks") }), "Bot: All right."],
  [row("a", "human", { agent: ana, preview: preview("agent", "Hi", ana) }), "You: Hi"],
  [row("a", "human", { agent: ben, preview: preview("agent", "Hi", ben) }), "Ben: Hi"],
  [row("a", "human", { agent: ana, preview: preview("agent", "Hi", ben) }), "Ben: Hi"],
  [row("a", "waiting", { preview: preview("agent", "Hi", ana) }), "You: Hi"],
  [row("a", "waiting", { preview: preview("bot", "bot_unsure"), question: "elephants?" }), "elephants?"],
  [row("a", "bot", { reference: "R", preview: preview("bot", "bot_unsure"), question: "elephants?" }), "elephants?"],
  [row("a", "waiting", { preview: preview("visitor", "hello?"), question: "elephants?" }), "hello?"],
  [row("a", "bot", { preview: preview("bot", "bot_thanks"), question: "elephants?" }), "Bot: All right."],
])("the last words say whose they are", (each, words) => {
  expect(lastWords(each, ana)).toBe(words);
});

test.each([
  [row("a", "waiting", { reason: "frustration" }), "Seems upset"],
  [row("a", "waiting", { reason: "frustration", quote: "third time" }), "Seems upset: ‘third time’"],
  [row("a", "waiting", { reason: "sensitive_topic", quote: "refund" }), "Your rule: refund"],
  [row("a", "waiting", { reason: "asked", quote: "a person please" }), "Asked for a person"],
  [row("a", "waiting", { reason: "asked", lost_agent: ben }), "Ben is away · Asked for a person"],
  [row("a", "waiting", { reason: "asked", reserved_for: ana }), "For you · Asked for a person"],
  [row("a", "human", { reason: "asked", agent: ben }), "With Ben · Asked for a person"],
  [row("a", "message_left", { reference: "7K4-29Q", reason: "no_answer" }), "7K4-29Q · Bot had no answer"],
  [row("a", "closed", { reason: "asked" }), "Closed · Asked for a person"],
  [row("a", "bot", { page: "https://shop.example/visit/?a=1" }), "On /visit/"],
])("the third line says why, in plain words", (each, words) => {
  expect(why(each, ana)).toBe(words);
});

test("only the visitor's words that I haven't seen are new", () => {
  const vera = row("a", "human", { agent: ana, preview: preview("visitor", "?", null, 7) });
  expect([isUnread(vera, 6), isUnread(vera, 7)]).toEqual([true, false]);
  expect(isUnread(row("a", "human", { preview: preview("agent", "Hi", ben, 7) }), 0)).toBe(false);
});

test.each([
  ["https://shop.example/orders/7", "/orders/7"],
  ["https://shop.example/", "shop.example"],
  ["https://shop.example/%C3%B6ffnung", "/öffnung"],
  ["https://shop.example/100%", "https://shop.example/100%"],
  ["somewhere", "somewhere"],
])("a page is named as one would say it", (page, words) => {
  expect(pageWords(page)).toBe(words);
});
