import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useRef } from "preact/hooks";
import type { Watched } from "../../../chat/client/types";
import type { Desk } from "../desk";
import { Glyph, glyphOf } from "../Glyph";
import { wide } from "../wide";
import { say } from "../words";
import { Back } from "./Back";
import { Drawer } from "./Drawer";
import { stateWords } from "./stateWords";
import { Verbs } from "./Verbs";

interface Props {
  desk: Desk;
  watched: Watched;
  heading: RefObject<HTMLHeadingElement | null>;
}

/** Who this is, who answers, and what I can do. The rule below says it once more, in line or colour. */
export function Header({ desk, watched, heading }: Props) {
  const about = useSignal(false);
  const view = watched.view.value;
  const taken = useTaken(view.status === "human", watched.loaded.value);
  return (
    <header class={`chat-header ${view.status} ${taken ? "taken" : ""}`}>
      <Back />
      <div class="chat-name">
        <h2 ref={heading} tabIndex={-1}>
          {wide.value ? desk.visitor : <NameButton name={desk.visitor} onOpen={() => (about.value = true)} />}
        </h2>
        <p>
          <Glyph kind={glyphOf(view.status)} /> {stateWords(view, desk.mine, desk.place, watched.presence.value)}
        </p>
      </div>
      {desk.mine && <Verbs desk={desk} />}
      {about.value && !wide.value && <Drawer desk={desk} watched={watched} onClose={() => (about.value = false)} />}
    </header>
  );
}

/** Where the panel has no room, the name opens it. */
function NameButton({ name, onOpen }: { name: string; onOpen: () => void }) {
  return (
    <button type="button" class="name-button" aria-haspopup="dialog" onClick={onOpen}>
      {name}
      <span class="hush">, {say("about_open")}</span>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" stroke-width="1.5" />
        <path d="M8 7v4.5M8 4.2v1.6" stroke="currentColor" stroke-width="1.75" />
      </svg>
    </button>
  );
}

/** True once a person joins while I look on: the seat is then taken before my eyes, not when a chat is opened. */
function useTaken(human: boolean, loaded: boolean): boolean {
  const before = useRef<boolean | null>(null);
  const taken = useRef(false);
  if (before.current === false && human) taken.current = true;
  if (!human) taken.current = false;
  if (loaded) before.current = human;
  return taken.current;
}
