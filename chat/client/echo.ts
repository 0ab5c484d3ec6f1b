/** Hides what would be shown twice: a message whose event has come while its confirmation has not. Pure. */
import type { AuthorKind } from "./generated/wire";
import type { Entry } from "./outbox";
import type { Item, Pending } from "./types";

export function unechoed<E extends Entry & Pending>(
  entries: readonly E[],
  items: readonly Item[],
  author: AuthorKind,
): readonly E[] {
  if (!entries.length) return entries;
  const said = items.filter((item) => item.event.kind === "message" && item.event.author_kind === author);
  const used = new Set<number>();
  return entries.filter((entry) => {
    // An event older than the command is another message with the same words.
    const echo = said.find((item) => !used.has(item.seq) && item.seq > entry.since && wordsOf(item) === wordsIn(entry));
    if (echo) used.add(echo.seq);
    return !echo;
  });
}

function wordsOf(item: Item): string {
  return item.event.kind === "message" ? item.event.text.trim() : "";
}

function wordsIn(entry: Pending): string | null {
  return entry.frame.type === "send" ? entry.frame.text.trim() : null;
}
