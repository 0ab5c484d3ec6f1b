import { signal } from "@preact/signals";
import { beforeEach, expect, test, vi } from "vitest";
import type { KnowledgeApi } from "../../console/src/knowledge/api";
import { Shelf } from "../../console/src/knowledge/shelf";
import type { Entry } from "../../console/src/knowledge/types";

const place = signal<string | null>("");
vi.mock("../../console/src/route", () => ({ goToEntry: (entry: string) => (place.value = entry) }));

const entry: Entry = {
  ...{ id: "e1", key: "k", language: "en", title: "Where are you?", paraphrases: [], answer: "Here.", tags: [] },
  ...{ published: true, revision: 3, updated_at: "2026-11-25T12:00:00Z" },
};
const api = { list: vi.fn(), read: vi.fn(), add: vi.fn(), save: vi.fn() };
const shelf = (): Shelf => new Shelf(api as unknown as KnowledgeApi, place);
const answer = (of: Shelf): string | undefined => of.editing.value?.draft.value.answer;

beforeEach(() => {
  place.value = "";
  api.list.mockReset().mockResolvedValue({ count: 1, results: [entry] });
  api.read.mockReset().mockResolvedValue(entry);
});

test("what is begun comes back until it is saved or thrown away, each language of an entry by itself", async () => {
  const open = shelf();
  await open.load();
  open.begin();
  open.editing.value?.change({ answer: "Begun." });
  place.value = "e1";
  open.begin({ key: "k", language: "de" }, "new-de-e1");
  expect(answer(open)).toBe("");
  open.begin();
  expect([answer(open), open.begun.map(({ id }) => id), open.unsaved]).toEqual(["Begun.", ["new"], true]);
  if (open.editing.value) await open.remove(open.editing.value);
  open.begin();
  expect([answer(open), open.unsaved]).toEqual(["", false]);
  open.editing.value?.change({ answer: "Again." });
  if (open.editing.value) open.saved({ ...entry, id: "e2" }, open.editing.value);
  expect([place.value, open.begun]).toEqual(["e2", []]);
});
