import { Glyph, type GlyphKind } from "../Glyph";
import type { Line } from "./boundaries";

/** glyph, line, words, line, glyph: dashed where no person answers, solid on the person's side. */
export function Boundary({ line }: { line: Line }) {
  if (line.from === null || line.to === null) return <li class={line.alert ? "fact alert" : "fact"}>{line.text}</li>;
  return (
    <li class="boundary">
      <Side kind={line.from} />
      <strong>{line.text}</strong>
      <Side kind={line.to} end />
    </li>
  );
}

function Side({ kind, end = false }: { kind: GlyphKind; end?: boolean }) {
  const rule = <span class={kind === "person" ? "rule solid" : "rule"} aria-hidden="true" />;
  return (
    <>
      {end && rule}
      <Glyph kind={kind} />
      {!end && rule}
    </>
  );
}
