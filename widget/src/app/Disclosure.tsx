/** @jsxImportSource ../dom */
import { disclosure } from "../config";
import { Glyph } from "./Glyph";

/** The fixed sentence, for as long as no person is really replying. The composer names it as its description. */
export function DisclosureStrip() {
  return (
    <p class="strip" id="disclosure">
      <Glyph kind="bot" />
      <span>
        {disclosure.title}. {disclosure.detail}
      </span>
    </p>
  );
}
