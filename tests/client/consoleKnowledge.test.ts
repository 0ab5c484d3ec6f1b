import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { Refusal } from "../../console/src/api";
import type { KnowledgeApi } from "../../console/src/knowledge/api";
import { Editing } from "../../console/src/knowledge/editing";
import { cut, doneWords, Importing } from "../../console/src/knowledge/importing";
import { unknownIn } from "../../console/src/knowledge/placeholders";
import { putPicture } from "../../console/src/knowledge/putPicture";
import { kindOf, readFile } from "../../console/src/knowledge/readFile";
import type { Entry, Version } from "../../console/src/knowledge/types";
import { changesIn } from "../../console/src/knowledge/versions";

const entry: Entry = {
  id: "e1",
  key: "k",
  language: "en",
  title: "Where are you?",
  paraphrases: ["find you"],
  answer: "Here.",
  tags: [],
  published: true,
  revision: 3,
  updated_at: "2026-11-25T12:00:00Z",
};

function edit(save = vi.fn()) {
  return { editing: new Editing({ save } as unknown as KnowledgeApi, "e1", entry, entry), save };
}

test("what is written is unsaved until it is as before", () => {
  const { editing } = edit();
  editing.change({ paraphrases: ["find you", " ", ""] });
  expect(editing.changed.value).toBe(false);
  editing.change({ answer: "There." });
  expect(editing.changed.value).toBe(true);
});

test("who saved first is shown, and overwriting names what was seen", async () => {
  const theirs = { ...entry, answer: "Gone.", revision: 4 };
  const { editing, save } = edit(vi.fn().mockRejectedValueOnce(new Refusal(409, { by: "Ben", current: theirs })));
  editing.change({ answer: "There." });
  expect(await editing.save()).toBeNull();
  expect([editing.conflict.value?.by, editing.draft.value.answer]).toEqual(["Ben", "There."]);
  await editing.save();
  expect(save.mock.calls.map((call) => call[2])).toEqual([3, 4]);
});

test("a conflict names what differs, and is none where the same was saved", async () => {
  const theirs = { ...entry, published: false, tags: ["where"], revision: 4 };
  const refusal = new Refusal(409, { by: "Ben", current: theirs, yours: true });
  const { editing } = edit(vi.fn().mockRejectedValue(refusal));
  editing.change({ tags: ["place"] });
  await editing.save();
  expect([editing.conflict.value?.yours, editing.differs.value]).toEqual([true, ["tags", "published"]]);
  editing.change({ tags: ["where"], published: false });
  expect(await editing.save()).toEqual(theirs);
});

test("history tells what was only published or not from what was written", () => {
  const { id: _id, revision: _revision, updated_at: _at, ...content } = entry;
  const version = (revision: number, rest: Partial<Entry>): Version => ({
    ...{ revision, change: "edited", by: "Olga", at: "", content: { ...content, ...rest } },
  });
  const versions = [version(4, {}), version(3, { published: false }), version(2, {}), version(1, { answer: "There." })];
  expect(changesIn(versions).map(({ only, comesBack }) => [only, comesBack])).toEqual([
    ["published", false],
    ["unpublished", false],
    [null, false],
    [null, true],
  ]);
});

test("what is wrong is said at its field", async () => {
  const { editing } = edit(vi.fn().mockRejectedValue(new Refusal(400, { fields: { title: [] } })));
  await editing.save();
  expect(editing.faults.value.title).toMatch(/at most 200/);
});

test.each([
  ["Dear {{name|you}}, {{ site }}.", []],
  ["{{nmae}} and {{nmae}} and {{name", ["{{nmae}}", "{{"]],
  ["{{first name}}", ["{{first name}}"]],
  ["a { b } c", []],
])("what nothing fills in %s", (text, found) => {
  expect(unknownIn(text)).toEqual(found);
});

test("a slip in a placeholder is told once it is written, and not sent", async () => {
  const { editing, save } = edit();
  editing.change({ answer: "Dear {{na" });
  expect(editing.faults.value).toEqual({});
  editing.change({ answer: "Dear {{nmae}}" });
  expect(editing.faults.value.answer).toMatch(
    "Nothing fills in {{nmae}}. What can be filled in: {{name|there}} {{site}}",
  );
  expect([await editing.save(), save.mock.calls]).toEqual([null, []]);
});

test.each([
  ["One.\n\nTwo.", 4, "One.\n\n![p](a)\n\nTwo."],
  ["One.", 4, "One.\n\n![p](a)"],
  ["One.", 0, "![p](a)\n\nOne."],
  ["", 0, "![p](a)"],
])("a picture goes into %j at %i", (answer, at, put) => {
  const told = putPicture(answer, at, "![p](a)");
  expect([told.answer, told.answer.slice(0, told.cursor).endsWith("![p](a)")]).toEqual([put, true]);
});

test("without an answer nothing is lost", async () => {
  const { editing } = edit(vi.fn().mockRejectedValue(new TypeError("network")));
  editing.change({ answer: "There." });
  await editing.save();
  expect([editing.notice.value.slice(0, 14), editing.busy.value, editing.changed.value]).toEqual([
    "It isn’t saved",
    false,
    true,
  ]);
});

test("a file is cut into parts that make it whole again, none within a character", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 2, max: 9 }), (text, size) => {
      const parts = cut(text, size);
      expect(parts.join("")).toBe(text);
      expect(parts.every((part) => part.length <= size)).toBe(true);
      // Throws at half a character.
      parts.map(encodeURIComponent);
    }),
  );
});

test("each part and each window is waited for before the next", async () => {
  const asked: string[] = [];
  const row = (line: number) => ({ line, title: "?", status: "new", first: 0, near: null });
  const step = vi.fn(async (_method: string, path: string, query: { number?: number; after?: number }) => {
    asked.push([path.split("/").at(-2), query.number ?? query.after].join(" "));
    if (path === "") return { id: "i", part_chars: 4 };
    const after = query.after ?? 0;
    return {
      total: 3,
      checked: after ? 3 : 2,
      problems: [],
      more_problems: 0,
      rows: after ? [row(3)] : [row(1), row(2)],
    };
  });
  const importing = new Importing({ import: step } as unknown as KnowledgeApi);
  importing.text.value = "Q: A?\nA:";
  await importing.look();
  expect(asked).toEqual([" ", "parts 0", "parts 1", "check 0", "check 2"]);
  importing.toggle(2);
  expect([importing.step.value, importing.wanted.value]).toEqual(["checked", 2]);
});

const NOTHING = { total: 0, checked: 0, rows: [], more_problems: 0 };

test.each([
  [{ new: 24, changed: 1, unpublished: 0 }, "24 new, 1 changed. The bot says them from the next question on."],
  [
    { new: 24, changed: 1, unpublished: 5 },
    "24 new, 1 changed; 5 of them not published. The bot says the others from the next question on.",
  ],
  [{ new: 1, changed: 0, unpublished: 1 }, "1 new, 0 changed, none of them published: the bot doesn’t say them."],
])("an import says what visitors will read of it: %o", (outcome, words) => {
  expect(doneWords(outcome)).toBe(words);
});

test("the review counts what stays unpublished of what is taken", async () => {
  const row = (line: number, published: boolean) => ({ line, title: "?", status: "new", changes: [], published });
  const rows = [row(1, false), row(2, false), row(3, true), { ...row(4, false), status: "same" }];
  const step = vi.fn(async (_method: string, path: string) =>
    path === "" ? { id: "i", part_chars: 4 } : { ...NOTHING, total: 4, checked: 4, problems: [], rows },
  );
  const importing = new Importing({ import: step } as unknown as KnowledgeApi);
  await importing.look();
  importing.toggle(2);
  expect(importing.unpublished.value).toBe(1);
});

test("a wrong file is told, and nothing of it offered", async () => {
  const problems = [{ line: 3, code: "bad_json", detail: "" }];
  const step = vi.fn(async (_method: string, path: string) =>
    path === "" ? { id: "i", part_chars: 4 } : { ...NOTHING, problems },
  );
  const importing = new Importing({ import: step } as unknown as KnowledgeApi);
  await importing.read(new File(["[{},]"], "faq.json"));
  await importing.look();
  expect(step.mock.calls[0]).toContainEqual({ format: "json" });
  expect([importing.step.value, importing.refused.value, importing.text.value]).toEqual([
    "failed",
    problems[0],
    "[{},]",
  ]);
});

test("who gets no answer to the last step isn’t told that nothing was done", async () => {
  const importing = new Importing({ import: vi.fn().mockRejectedValue(new TypeError("network")) } as never);
  await importing.apply();
  expect([importing.step.value, importing.failure.value]).toEqual(["failed", "unsure"]);
});

test.each([
  [[0x47, 0x72, 0xc3, 0xbc], "Grü"],
  [[0x47, 0x72, 0xfc], "Grü"],
  [[0xff, 0xfe, 0x47, 0, 0xfc, 0], "Gü"],
  [[0x50, 0x4b, 3, 4, 0x14, 0, 0], null],
])("a file of the bytes %j reads %j", async (bytes, text) => {
  expect(await readFile(new Blob([new Uint8Array(bytes)]))).toBe(text);
});

test("a file is read as its name says", () => {
  expect(["a.CSV", "a.tsv", "faq.json", "a.csv.txt"].map(kindOf)).toEqual(["csv", "csv", "json", "auto"]);
});
