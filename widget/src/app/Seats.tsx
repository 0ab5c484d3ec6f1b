/** @jsxImportSource ../dom */
import { say } from "../words";
import { Glyph } from "./Glyph";

const MOST = 4;

/** The line as a picture; the heading says the same in words. */
export function Seats({ place }: { place: number }) {
  const ahead = Array.from({ length: Math.min(place, MOST) - 1 }, (_, seat) => <Glyph key={seat} kind="waiting" />);
  return (
    <p class="seats" aria-hidden="true">
      <Glyph kind="person" />
      {ahead}
      <b>{say.you}</b>
    </p>
  );
}
