import { parseMarkdown } from "../../chat/client/markdown";

/** What a preview's cut left open at its end: a link without its address' end, bold without its end. */
const CUT_LINK = /\[([^\]]*)(?:\](?:\([^)]*)?)?$/;

/** An answer's Markdown in one line of plain words. */
export function plainWords(source: string): string {
  const blocks = parseMarkdown(source.replace(CUT_LINK, "$1"));
  const words = blocks.map(({ parts }) => parts.map(({ text }) => text).join(""));
  return words.join(" ").replace(/\*\*/g, "").replace(/\s+/g, " ").trim();
}
