/** The little Markdown that answers use, as plain data. Whatever isn't known here stays the text that it is. */

/** `at` is where it begins in the source. Of a picture, `text` is what it shows, in words. */
export type Inline = { at: number; text: string; href?: string; strong?: boolean; picture?: string };
export type Block = { at: number; kind: "p" | "li"; parts: Inline[] };

const ITEM = /^\s*(?:[-*]|\d+\.)\s+/;
const INLINE = /\*\*(.+?)\*\*|(!?)\[([^\]]+)\]\(([^)\s]+)\)|(https?:\/\/[^\s<>()]+[^\s<>().,;:!?])/g;

const PICTURE = /^\/pictures\/[\w-]+\.webp$/;

/** Each line is a block: a paragraph, or an item of a list. */
export function parseMarkdown(source: string): Block[] {
  const blocks: Block[] = [];
  for (const { 0: line, index } of source.matchAll(/[^\n]+/g)) {
    const kind = ITEM.test(line) ? "li" : "p";
    if (line.trim()) blocks.push({ at: index, kind, parts: parseInline(line.replace(ITEM, "")) });
  }
  return blocks;
}

export function parseInline(text: string): Inline[] {
  const parts: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > end) parts.push({ at: end, text: text.slice(end, match.index) });
    parts.push({ at: match.index, ...inlineOf(match) });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ at: end, text: text.slice(end) });
  return parts;
}

function inlineOf([whole, strong, mark, label, target, bare]: RegExpMatchArray): Omit<Inline, "at"> {
  if (strong !== undefined) return { text: strong, strong: true };
  // Only what was uploaded, and so drawn anew: another address would tell its owner who reads.
  if (mark) return label && target && PICTURE.test(target) ? { text: label, picture: target } : { text: whole };
  const href = target ?? bare ?? "";
  return isSafe(href) ? { text: label ?? href, href } : { text: whole };
}

/** Only what leads to a page, a mailbox or a phone: never a scheme that runs something. */
function isSafe(href: string): boolean {
  return /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i.test(href);
}
