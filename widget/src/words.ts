/** The catalogue in the visitor's language; the others are never loaded. */
import type { Words } from "../../chat/client/strings/en";

let words = {} as Words;
let locale = "en";

const CATALOGUES: Record<string, () => Promise<{ default: Words }>> = {
  en: () => import("../../chat/client/strings/en"),
  de: () => import("../../chat/client/strings/de"),
  fr: () => import("../../chat/client/strings/fr"),
  es: () => import("../../chat/client/strings/es"),
  ar: () => import("../../chat/client/strings/ar"),
};

export async function loadWords(language: string): Promise<void> {
  const load = CATALOGUES[language] ?? CATALOGUES.en;
  words = (await load?.())?.default ?? words;
  // The browser knows more of how this visitor writes times: "en-GB", "de-AT".
  locale = navigator.languages.find((tag) => tag.startsWith(language)) ?? language;
}

export function say(key: keyof Words, values: Record<string, string | number> = {}): string {
  return words[key].replace(/\{(\w+)\}/g, (_, name: string) => isolate(String(values[name] ?? "")));
}

/** A Latin name in an Arabic sentence must not turn its neighbours around. */
function isolate(value: string): string {
  return document.dir === "rtl" ? `\u2068${value}\u2069` : value;
}

export function names(people: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(people);
}

export function clock(at: string): string {
  return new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit" }).format(new Date(at));
}

/** The clock time today, with the day on other days. In the visitor's own time zone. */
export function dayAndClock(at: string): string {
  const date = new Date(at);
  if (date.toDateString() === new Date().toDateString()) return clock(at);
  const day = { weekday: "long", day: "numeric", month: "short", hour: "numeric", minute: "2-digit" } as const;
  return new Intl.DateTimeFormat(locale, day).format(date);
}
