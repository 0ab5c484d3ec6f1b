/** @jsxImportSource ../dom */
export type GlyphKind = "bot" | "waiting" | "person" | "left";

/** Square: machine. Dashed circle: a free seat. Solid circle: a person. Always beside a word that says the same. */
export function Glyph({ kind }: { kind: GlyphKind }) {
  return <span class={`glyph ${kind}`} aria-hidden="true" />;
}
