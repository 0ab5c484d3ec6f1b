// @vitest-environment happy-dom
import { signal } from "@preact/signals";
import { afterEach, expect, test, vi } from "vitest";
import type { KnowledgeApi } from "../../console/src/knowledge/api";
import { Shelf } from "../../console/src/knowledge/shelf";
import { TryIt } from "../../console/src/knowledge/TryIt";
import { Trial } from "../../console/src/knowledge/trial";
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
  show(<TryIt trial={{ ...trial, of: "live", effects: signal(null) } as unknown as Trial} site="" />);
  expect(find(".verdict").textContent).toContain(words);
  expect(find(".verdict").textContent?.includes("Opening hours")).toBe(measured);
});

afterEach(() => vi.useRealTimers());

test("what isn’t published is tried as if it were, compared as it is, and the heading says so", async () => {
  vi.useFakeTimers();
  const api = { tryOut: vi.fn(async () => said), effects: vi.fn(async () => null) };
  const shelf = new Shelf(api as unknown as KnowledgeApi, signal("new"));
  const trial = new Trial(shelf);
  show(<TryIt trial={trial} site="" />);
  trial.question.value = "Parking?";
  shelf.editing.value?.change({ title: "Parking?", answer: "Behind the shop.", published: false });
  await vi.advanceTimersByTimeAsync(1000);
  expect(api.tryOut).toHaveBeenLastCalledWith(
    "Parking?",
    expect.objectContaining({ answer: "Behind the shop.", published: true }),
    ...["draft", expect.anything()],
  );
  expect(api.effects).toHaveBeenLastCalledWith(
    expect.objectContaining({ published: false }),
    "draft",
    expect.anything(),
  );
  expect(find("p.meta").textContent).toBe("With what you’re writing, as if it were published. Visitors don’t see it.");
});
