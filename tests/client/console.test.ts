import { expect, test } from "vitest";
import { memoryStore } from "../../chat/client/storage";
import { goneWords, lateAlert, messageWords, newcomers, waitingWords } from "../../console/src/announcements";
import { draftOf, forgetAll, keepDraft, keepFor } from "../../console/src/drafts";
import { shortcutFor } from "../../console/src/keyboard";
import { leaseWords, linkWords } from "../../console/src/linkWords";
import { initials, visitorName } from "../../console/src/names";
import { plainWords } from "../../console/src/plainWords";
import { problem, unsentReason } from "../../console/src/problems";
import { addressOf, conversationIn } from "../../console/src/route";
import { rememberSettings, sendKey } from "../../console/src/settings";
import { isSending } from "../../console/src/thread/Composer";
import { transferable } from "../../console/src/thread/transferable";
import { ago as since, ticks } from "../../console/src/time";
import { titleOf } from "../../console/src/title";
import { ago, ana, ben, NOW, row, said, told } from "./consoleCast";

test.each([
  [-5000, "0:00"],
  [35_000, "0:35"],
  [372_000, "6:12"],
  [3_900_000, "1 h 05"],
])("waits tick in minutes and seconds", (ms, text) => {
  expect(ticks(ms)).toBe(text);
});

test("ages are rounded down to what one would say", () => {
  expect([since(ago(20), NOW), since(ago(250), NOW), since(ago(7300), NOW)]).toEqual(["now", "4 min", "2 h"]);
});

test("the loser of a race is told by whom", () => {
  expect(problem("taken", "Ben")).toBe("Ben took this chat.");
  expect(problem("taken", null)).toBe("A colleague took this chat.");
});

test("every refusal has words, also one that this page doesn't know", () => {
  expect(problem("bad_frame", null)).toBe("That didn’t work. Try again.");
  expect(unsentReason(null)).toBe("the server refused it.");
});

const key = (name: string, rest = {}) => ({ key: name, ctrlKey: false, metaKey: false, altKey: false, ...rest });

test("single keys do nothing while typing, with a modifier, or when switched off", () => {
  expect(shortcutFor(key("t"), { typing: false, single: true })).toBe("take");
  expect(shortcutFor(key("t"), { typing: true, single: true })).toBeNull();
  expect(shortcutFor(key("t", { ctrlKey: true }), { typing: false, single: true })).toBeNull();
  expect(shortcutFor(key("t"), { typing: false, single: false })).toBeNull();
  expect(shortcutFor(key("Escape"), { typing: true, single: false })).toBe("back");
});

const enter = { ...key("Enter"), shiftKey: false, isComposing: false };

test("Enter sends; Shift+Enter and an input method's Enter don't", () => {
  expect(isSending(enter, "enter")).toBe(true);
  expect(isSending({ ...enter, shiftKey: true }, "enter")).toBe(false);
  expect(isSending({ ...enter, isComposing: true }, "enter")).toBe(false);
});

test("swapped, Ctrl+Enter sends and Enter breaks the line", () => {
  expect(isSending({ ...enter, ctrlKey: true }, "ctrl_enter")).toBe(true);
  expect(isSending(enter, "ctrl_enter")).toBe(false);
});

test("how somebody likes to work is theirs, and there again tomorrow", () => {
  const store = memoryStore();
  const stop = rememberSettings(store, "ana");
  sendKey.value = "ctrl_enter";
  stop();
  rememberSettings(store, "ben")();
  expect(sendKey.value).toBe("enter");
  rememberSettings(store, "ana")();
  expect(sendKey.value).toBe("ctrl_enter");
});

test("a draft stays with its chat and goes with whoever signs out", () => {
  const store = memoryStore();
  keepDraft(store, "a", "Dear Vera");
  expect([draftOf(store, "a"), draftOf(store, "b")]).toEqual(["Dear Vera", ""]);
  forgetAll(store);
  expect(draftOf(store, "a")).toBe("");
});

test("signed out elsewhere, the next person in this tab finds no draft either", () => {
  const store = memoryStore();
  keepFor(store, "ana");
  keepDraft(store, "a", "Dear Vera");
  keepFor(store, "ana");
  expect(draftOf(store, "a")).toBe("Dear Vera");
  keepFor(store, "ben");
  expect(draftOf(store, "a")).toBe("");
});

test("colleagues who are here come first, and never me", () => {
  const colleagues = [
    { ...ana, here: true },
    { id: "olga", name: "Olga", here: false },
    { ...ben, here: true },
  ];
  expect(transferable(colleagues, ana.id).map(({ name }) => name)).toEqual(["Ben Okafor", "Olga"]);
});

test.each([
  [0, 0, "Candid · Marlpit"],
  [2, 0, "(2) Candid · Marlpit"],
  [2, 1, "(2, 1 late) Candid · Marlpit"],
  [0, 1, "(1 late) Candid · Marlpit"],
])("the tab says how many wait, and how many for too long", (waiting, late, title) => {
  expect(titleOf(waiting, late, "Marlpit")).toBe(title);
});

test("the address names the open chat and nothing else", () => {
  expect(conversationIn(addressOf("0193-abc"))).toBe("0193-abc");
  expect([conversationIn("#/"), conversationIn("#/chat/<b>")]).toEqual([null, null]);
});

test("a screen reader hears whom it concerns: newcomers and others' words, not mine", () => {
  const vera = row("a", "waiting", { reason: "asked" });
  expect(waitingWords(newcomers([vera], new Set()), ana)).toBe("Waiting: Vera. Asked for a person.");
  expect(waitingWords([{ ...vera, lost_agent: ben }], ana)).toBe("Waiting: Vera. Ben is away, Asked for a person.");
  expect(newcomers([vera], new Set(["a"]))).toEqual([]);
  const view = told(said("visitor", "hi"), said("agent", "Hello", { author: ana }), said("visitor", "thanks"));
  expect(messageWords(view, 1, ana.id, "Vera")).toBe("Vera: thanks");
});

test("a burst is counted, not read out", () => {
  const many = Array.from({ length: 4 }, () => said("visitor", "?"));
  expect(messageWords(told(...many), 0, ana.id, "Vera")).toBe("4 new messages");
});

test("the link is spoken of only while something is wrong", () => {
  expect(linkWords({ kind: "online", via: "socket" }, true)).toBe("");
  expect(linkWords({ kind: "offline", retryAt: 0 }, true)).toMatch(/^No connection/);
  expect(linkWords({ kind: "connecting" }, false)).toBe("");
  expect(linkWords({ kind: "connecting" }, true)).toBe("Connecting…");
});

test.each([
  [0, 9_000, ""],
  [1, 41_200, "Your chat goes back to the queue in 42 s."],
  [2, 9_000, "Your 2 chats go back to the queue in 9 s."],
  [2, 0, "By now your chats wait in the queue. What nobody has taken is yours again once you’re connected."],
])("without a connection, the lease is counted down in words", (chats, left, words) => {
  expect(leaseWords(chats, left)).toBe(words);
});

test("too long without an answer is told once, whoever has the chat", () => {
  const late = [row("a", "waiting"), row("b", "human", { agent: ben, visitor: "4C1" })];
  expect(lateAlert(late, new Set(["a"]))).toBe("Visitor 4C1 has had no answer for 3 minutes.");
  expect(lateAlert(late, new Set(["a", "b"]))).toBe("");
});

test("only what a colleague took while I was away is news", () => {
  const mine = [
    row("a", "human", { agent: ana }),
    row("b", "human", { agent: ana }),
    row("c", "human", { agent: ana }),
  ];
  const now = [row("a", "human", { agent: ben }), row("b", "human", { agent: ana }), row("c", "waiting")];
  expect(goneWords(mine, now, ana)).toEqual(["Ben has the chat with Vera now."]);
});

test("an answer's Markdown is plain words in one line, also where the preview cuts it", () => {
  expect(plainWords("**Open** daily:\n\n- [map](https://a.example/x)\n- by bus")).toBe("Open daily: map by bus");
  expect(plainWords("See [our prices](https://shop.exam")).toBe("See our prices");
  expect(plainWords("It costs **thirty")).toBe("It costs thirty");
});

test("a stranger's code gets the word for it", () => {
  expect([visitorName("4C1"), visitorName("Vera Lind"), visitorName("")]).toEqual([
    "Visitor 4C1",
    "Vera Lind",
    "Visitor",
  ]);
});

test("people are initials", () => {
  expect([initials("Ana Moreno"), initials("Visitor 4C1"), initials("Olga")]).toEqual(["AM", "V4", "O"]);
});
