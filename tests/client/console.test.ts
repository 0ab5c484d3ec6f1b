import { expect, test } from "vitest";
import { memoryStore } from "../../chat/client/storage";
import { messageWords, newcomers, waitingWords } from "../../console/src/announcements";
import { draftOf, forgetAll, keepDraft } from "../../console/src/drafts";
import { shortcutFor } from "../../console/src/keyboard";
import { linkWords } from "../../console/src/LinkState";
import { initials, visitorName } from "../../console/src/names";
import { problem, unsentReason } from "../../console/src/problems";
import { addressOf, conversationIn } from "../../console/src/route";
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

test("Enter sends; Shift+Enter and an input method's Enter don't", () => {
  const enter = { key: "Enter", shiftKey: false, isComposing: false };
  expect(isSending(enter)).toBe(true);
  expect(isSending({ ...enter, shiftKey: true })).toBe(false);
  expect(isSending({ ...enter, isComposing: true })).toBe(false);
});

test("a draft stays with its chat and goes with whoever signs out", () => {
  const store = memoryStore();
  keepDraft(store, "a", "Dear Vera");
  expect([draftOf(store, "a"), draftOf(store, "b")]).toEqual(["Dear Vera", ""]);
  forgetAll(store);
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

test("the tab says how many wait", () => {
  expect([titleOf(0, "Marlpit"), titleOf(2, "Marlpit")]).toEqual(["Candid · Marlpit", "(2) Candid · Marlpit"]);
});

test("the address names the open chat and nothing else", () => {
  expect(conversationIn(addressOf("0193-abc"))).toBe("0193-abc");
  expect([conversationIn("#/"), conversationIn("#/chat/<b>")]).toEqual([null, null]);
});

test("a screen reader hears whom it concerns: newcomers and others' words, not mine", () => {
  const vera = row("a", "waiting", { reason: "asked" });
  expect(waitingWords(newcomers([vera], new Set()))).toBe("Waiting: Vera. Asked for a person.");
  expect(newcomers([vera], new Set(["a"]))).toEqual([]);
  const view = told(said("visitor", "hi"), said("agent", "Hello", { author: ana }), said("visitor", "thanks"));
  expect(messageWords(view, 1, ana.id, "Vera")).toBe("Vera: thanks");
});

test("a burst is counted, not read out", () => {
  const many = Array.from({ length: 4 }, () => said("visitor", "?"));
  expect(messageWords(told(...many), 0, ana.id, "Vera")).toBe("4 new messages");
});

test("the link is spoken of only while something is wrong", () => {
  expect(linkWords({ kind: "online", via: "socket" }, false)).toBe("");
  expect(linkWords({ kind: "offline", retryAt: 0 }, false)).toMatch(/^No connection/);
  expect(linkWords({ kind: "offline", retryAt: 0 }, true)).toBe("You’re signed out.");
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
