// @vitest-environment happy-dom
import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import { TryIt } from "../../console/src/knowledge/TryIt";
import type { Trial } from "../../console/src/knowledge/trial";
import type { Tried } from "../../console/src/knowledge/types";
import { find, show } from "./consoleScreen";

const ranked = [{ entry_id: "e1", title: "Opening hours", score: 0.31 }];
const said: Tried = {
  ...{ decision: "say", code: "bot_no_answer_yet", confidence: 0.13, answer_from: 0.8, clarify_from: 0.2 },
  ...{ id: null, answer: "", choices: [], reason: null, quote: "", ranked },
};

test.each<[string, Partial<Tried>, string, boolean]>([
  ["no answer", {}, "I don’t have an answer to that.", true],
  ["another language", { code: "bot_other_language" }, "in another language", true],
  ["a greeting", { code: "bot_greeting" }, "Hello. I’m a bot: automated, not a person.", false],
  ["a person", { decision: "hand_over", code: null, reason: "asked", quote: "a human" }, "“a human”", false],
])("what the bot would say to %s, and how near it came only where that counts", (_name, rest, words, measured) => {
  const trial = { tried: signal({ ...said, ...rest }), failed: signal(false), question: signal("?") };
  show(<TryIt trial={{ ...trial, ofDraft: false, effects: signal(null) } as unknown as Trial} />);
  expect(find(".verdict").textContent).toContain(words);
  expect(find(".verdict").textContent?.includes("Opening hours")).toBe(measured);
});
