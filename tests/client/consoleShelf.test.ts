import { signal } from "@preact/signals";
import { beforeEach, expect, test, vi } from "vitest";
import { Refusal } from "../../console/src/api";
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

const theirs = { ...entry, answer: "Gone.", published: false, revision: 4 };

test.each(["opened", "reloaded", "looked at again"])(
  "what is clean shows what is stored once it is %s",
  async (when) => {
    const open = shelf();
    place.value = "e1";
    await vi.waitFor(() => expect(answer(open)).toBe("Here."));
    if (when === "opened") place.value = "";
    const { serial } = open.editing.value ?? {};
    api.read.mockResolvedValue(theirs);
    api.list.mockResolvedValue({ count: 1, results: [theirs] });
    if (when === "opened") place.value = "e1";
    else await (when === "reloaded" ? open.reload() : open.refresh());
    await vi.waitFor(() =>
      expect(open.editing.value?.draft.value).toMatchObject({ answer: "Gone.", published: false }),
    );
    expect([open.unsaved, open.editing.value?.savedNow.value]).toEqual([false, false]);
    if (serial) expect(open.editing.value?.serial).toBe(serial);
  },
);

test("what was deleted meanwhile is no longer shown", async () => {
  const open = shelf();
  place.value = "e1";
  await vi.waitFor(() => expect(answer(open)).toBe("Here."));
  api.read.mockRejectedValue(new Refusal(404, {}));
  await open.refresh();
  expect([open.editing.value, open.missing.value]).toEqual([null, "gone"]);
});

test("what was begun, or saved meanwhile, is never overwritten by what was read", async () => {
  const open = shelf();
  place.value = "e1";
  await vi.waitFor(() => expect(answer(open)).toBe("Here."));
  api.read.mockResolvedValue(theirs);
  const reading = open.refresh();
  open.editing.value?.change({ answer: "Mine." });
  await reading;
  await open.refresh();
  expect(answer(open)).toBe("Mine.");
  if (open.editing.value) open.saved({ ...entry, answer: "Mine.", revision: 5 }, open.editing.value);
  await open.refresh();
  expect([answer(open), open.editing.value?.savedNow.value]).toEqual(["Mine.", true]);
});
