import { expect, test } from "vitest";
import { DISCLOSURE } from "../../chat/client/generated/constants";
import ar from "../../chat/client/strings/ar";
import de from "../../chat/client/strings/de";
import en, { type Words } from "../../chat/client/strings/en";
import es from "../../chat/client/strings/es";
import fr from "../../chat/client/strings/fr";

const languages: Record<string, Words> = { en, de, fr, es, ar };
const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
const unique = (list: string[]) => [...new Set(list)];

test("every language that discloses has its words", () => {
  expect(Object.keys(languages).sort()).toEqual(Object.keys(DISCLOSURE).sort());
});

test.each(Object.entries(languages))("%s fills in what English fills in", (_language, words) => {
  for (const [key, text] of Object.entries(en)) {
    expect([key, unique(placeholders(words[key as keyof Words]))]).toEqual([key, unique(placeholders(text))]);
  }
});

test.each(Object.entries(languages))("in %s the bot neither exclaims nor apologises", (_language, words) => {
  const spoken = Object.entries(words).filter(([key]) => key.startsWith("bot_"));
  for (const [, text] of spoken) expect(text).not.toMatch(/!|sorry|leid|désolé|siento|آسف/i);
});
