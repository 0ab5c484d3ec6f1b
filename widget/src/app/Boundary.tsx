/** @jsxImportSource ../dom */
import { Glyph, type GlyphKind } from "./Glyph";

export interface BoundaryProps {
  from: GlyphKind;
  to: GlyphKind;
  text: string;
  note?: string | undefined;
}

const lineOf = (kind: GlyphKind) => `rule ${kind === "person" ? "solid" : "dashed"}`;

/** The line between bot and person, read in the direction of the handover. */
export function Boundary({ from, to, text, note }: BoundaryProps) {
  return (
    <div class="boundary">
      <p>
        <Glyph kind={from} />
        <span class={lineOf(from)} />
        <strong>{text}</strong>
        <span class={lineOf(to)} />
        <Glyph kind={to} />
      </p>
      {note && <p class="meta">{note}</p>}
    </div>
  );
}
