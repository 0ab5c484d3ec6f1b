/** The little Markdown that answers use, as plain data. Whatever isn't known here stays the text that it is. */

export type Inline = { text: string; href?: string; strong?: boolean };
export type Block = { kind: "p" | "li"; parts: Inline[] };

const LINE_ITEM = /^\s*(?:[-*]|\d+\.)\s+/;
const INLINE = /\*\*(.+?)\*\*|\[([^\]]+)\]\(([^)\s]+)\)|(https?:\/\/[^\s<>()]+[^\s<>().,;:!?])/g;

export function parseMarkdown(source: string): Block[] {
  return source.split(/\n\s*\n/).flatMap(parseParagraph);
}

function parseParagraph(paragraph: string): Block[] {
  const lines = paragraph.split("\n").filter((line) => line.trim());
  if (lines.length && lines.every((line) => LINE_ITEM.test(line))) {
    return lines.map((line) => ({ kind: "li", parts: parseInline(line.replace(LINE_ITEM, "")) }));
  }
  return lines.length ? [{ kind: "p", parts: parseInline(lines.join("\n")) }] : [];
}

export function parseInline(text: string): Inline[] {
  const parts: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push(inlineOf(match));
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

function inlineOf([whole, strong, label, target, bare]: RegExpMatchArray): Inline {
  if (strong !== undefined) return { text: strong, strong: true };
  const href = target ?? bare ?? "";
  return isSafe(href) ? { text: label ?? href, href } : { text: whole };
}

/** Only what leads to a page, a mailbox or a phone: never a scheme that runs something. */
function isSafe(href: string): boolean {
  return /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i.test(href);
}
