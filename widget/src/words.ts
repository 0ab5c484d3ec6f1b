/** The catalogue in the visitor's language; the others are never loaded. */
import type { Words } from "../../chat/client/strings/en";

/** By name; loaded before anything is drawn. */
export let say = {} as Words;
let times: Intl.DateTimeFormat;
let days: Intl.DateTimeFormat;
let near: Intl.RelativeTimeFormat;
let minute: Intl.NumberFormat;
let list: Intl.ListFormat;

const CATALOGUES: Record<string, () => Promise<{ default: Words }>> = {
  en: () => import("../../chat/client/strings/en"),
  de: () => import("../../chat/client/strings/de"),
  fr: () => import("../../chat/client/strings/fr"),
  es: () => import("../../chat/client/strings/es"),
  ar: () => import("../../chat/client/strings/ar"),
};

export async function loadWords(language: string): Promise<void> {
  const load = CATALOGUES[language] ?? CATALOGUES.en;
  say = (await load?.())?.default ?? say;
  // The browser knows more of how this visitor writes times: "en-GB", "de-AT". But digits are those of our words: "ar-EG".
  const own = navigator.languages.find((tag) => tag.split("-")[0] === language);
  const locale = new Intl.Locale(own ?? language, { numberingSystem: "latn" });
  times = new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit" });
  days = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "short" });
  near = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  minute = new Intl.NumberFormat(locale, { style: "unit", unit: "minute", unitDisplay: "long" });
  list = new Intl.ListFormat(locale);
}

/** With the values in the places of `{name}`. */
export function fill(words: string, values: Record<string, string | number>): string {
  return words.replace(/\{(\w+)\}/g, (_, name: string) => isolate(String(values[name] ?? "")));
}

/** A Latin name in an Arabic sentence must not turn its neighbours around. */
function isolate(value: string): string {
  return document.dir === "rtl" ? `\u2068${value}\u2069` : value;
}

export function names(people: readonly string[]): string {
  return list.format(people);
}

/** "4 minutes". */
export function minutes(count: number): string {
  return minute.format(count);
}

export function clock(at: string): string {
  return times.format(new Date(at));
}

/** The clock time today, with the day on other days. In the visitor's own time zone. */
export function dayAndClock(at: string): string {
  return daysAgo(at) ? `${days.format(new Date(at))}, ${clock(at)}` : clock(at);
}

/** "today", "yesterday", else the date. */
export function day(at: string): string {
  const ago = daysAgo(at);
  return ago < 2 ? near.format(-ago, "day") : days.format(new Date(at));
}

export function daysAgo(at: string): number {
  return Math.round((midnight(new Date()) - midnight(new Date(at))) / 86_400_000);
}

function midnight(date: Date): number {
  return date.setHours(0, 0, 0, 0);
}
