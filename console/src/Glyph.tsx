export type GlyphKind = "bot" | "waiting" | "person" | "left" | "none";

/** Square: machine. Dashed circle: a free seat. Solid circle: a person. Always beside a word that says the same. */
export function Glyph({ kind }: { kind: GlyphKind }) {
  return <span class={`glyph ${kind}`} aria-hidden="true" />;
}

const OF_STATUS: Readonly<Record<string, GlyphKind>> = {
  bot: "bot",
  waiting: "waiting",
  human: "person",
  message_left: "left",
};

export function glyphOf(status: string): GlyphKind {
  return OF_STATUS[status] ?? "none";
}
