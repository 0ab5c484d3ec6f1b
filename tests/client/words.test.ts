// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { clock, loadWords, minutes } from "../../widget/src/words";

const AFTERNOON = new Date(2026, 10, 21, 14, 5).toISOString();
const browserOf = (...languages: string[]) => vi.spyOn(navigator, "languages", "get").mockReturnValue(languages);

afterEach(() => vi.restoreAllMocks());

test.each([
  ["de", ["en-US"], "14:05"],
  ["en", ["de-DE", "en-GB"], "14:05"],
  ["en", ["de-DE"], "2:05 PM"],
  ["es", ["est-EE", "fr"], "14:05"],
])("words in %s in a browser of %s: times look like %s", async (language, browser, time) => {
  browserOf(...browser);
  await loadWords(language);
  expect(clock(AFTERNOON).replace(/\s/, " ")).toBe(time);
});

test("in Arabic all digits are of one kind, wherever the visitor lives", async () => {
  browserOf("ar-EG");
  await loadWords("ar");
  expect([clock(AFTERNOON), minutes(4)].join()).toMatch(/^2:05.*4/);
});
