import type { RefObject } from "preact";
import type { Watched } from "../../../chat/client/types";
import type { Desk } from "../desk";
import { Glyph, glyphOf } from "../Glyph";
import { addressOf } from "../route";
import { say } from "../words";
import { stateWords } from "./stateWords";
import { Verbs } from "./Verbs";

interface Props {
  desk: Desk;
  watched: Watched;
  heading: RefObject<HTMLHeadingElement | null>;
}

/** Who this is, who answers, and what I can do. The rule below says it once more, in line or colour. */
export function Header({ desk, watched, heading }: Props) {
  const view = watched.view.value;
  return (
    <header class={`chat-header ${view.status}`}>
      <a class="button plain back" href={addressOf(null)}>
        <span class="hush">{say("back")}</span>
        <svg viewBox="0 0 12 20" class="chevron" aria-hidden="true">
          <path d="M10 2 2 10l8 8" fill="none" stroke="currentColor" stroke-width="2.5" />
        </svg>
      </a>
      <div class="chat-name">
        <h2 ref={heading} tabIndex={-1}>
          {desk.visitor}
        </h2>
        <p>
          <Glyph kind={glyphOf(view.status)} /> {stateWords(view, desk.mine)}
        </p>
      </div>
      {desk.mine && <Verbs desk={desk} />}
    </header>
  );
}
