import { Glyph, type GlyphKind } from "../Glyph";
import type { Line } from "./boundaries";

/** glyph, line, words, line, glyph: dashed where no person answers, solid on the person's side. */
export function Boundary({ line }: { line: Line }) {
  if (line.from === null || line.to === null) return <Fact line={line} />;
  return (
    <li class="boundary">
      <Side kind={line.from} />
      <p>
        <strong>{line.text}</strong>
        {line.detail && <span>{line.detail}</span>}
      </p>
      <Side kind={line.to} end />
    </li>
  );
}

function Fact({ line }: { line: Line }) {
  return (
    <li class={line.alert ? "fact alert" : "fact"}>
      {line.text} {line.detail && <span>{line.detail}</span>}
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
