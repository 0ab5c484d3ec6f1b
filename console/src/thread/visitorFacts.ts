import type { Item } from "../../../chat/client/types";

export interface PageSeen {
  readonly at: string;
  readonly page: string;
}

/** The pages from which the visitor wrote in this chat, in order; the same one twice in a row counts once. */
export function pagesOf(items: readonly Item[]): PageSeen[] {
  const seen: PageSeen[] = [];
  for (const { at, event } of items) {
    const page = event.kind === "message" || event.kind === "handoff_packet" ? event.page : null;
    if (page !== null && page !== seen.at(-1)?.page) seen.push({ at, page });
  }
  return seen;
}

/** The language in which the visitor read what this is: a BCP 47 tag, null before that. */
export function languageOf(items: readonly Item[]): string | null {
  const shown = items.findLast(({ event }) => event.kind === "disclosure_shown");
  return shown?.event.kind === "disclosure_shown" ? shown.event.language : null;
}

export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(undefined, { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** The latest address that the visitor left in this chat. */
export function emailOf(items: readonly Item[]): string | null {
  const left = items.findLast(({ event }) => event.kind === "message_left");
  return left?.event.kind === "message_left" ? left.event.email : null;
}

/** How many of the bot's answers were rated, and how many of those helped. */
export function ratedOf(items: readonly Item[]): { rated: number; helped: number } {
  const rated = items.filter(({ helped }) => helped !== null);
  return { rated: rated.length, helped: rated.filter(({ helped }) => helped).length };
}
