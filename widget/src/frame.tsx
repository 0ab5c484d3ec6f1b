/** @jsxImportSource ./dom */
import { computed, effect } from "@preact/signals-core";
import { App } from "./app/App";
import { focusField } from "./app/Composer";
import { session } from "./chat";
import { config } from "./config";
import { drawInto } from "./dom/render";
import { reportEvents } from "./events";
import { isShown, listenToPage, tellPage } from "./parent";
import { reportState } from "./report";
import { follow, goToEnd, toEnd } from "./scroll";
import "./styles/frame.css";
import { loadWords } from "./words";

/** One effect for the whole small app: what it reads while it is drawn is what redraws it. */
function draw(root: HTMLElement): void {
  let mine = 0;
  // The server's header has said it until now; rendering adds to what is there.
  root.replaceChildren();
  const show = drawInto(root);
  effect(() => {
    const own = session.pending.value.length;
    const focused = document.activeElement;
    show(<App />);
    if (focused !== document.body && document.activeElement === document.body) keepFocus();
    if (own > mine) toEnd();
    else follow();
    mine = own;
  });
}

/** What was pressed is gone, as "Talk to a person" once one was asked for. A touch screen's keyboard stays away. */
function keepFocus(): void {
  if (matchMedia("(hover: hover)").matches) focusField();
  else goToEnd();
}

/** A closed panel needs no socket, once it is known that there is no chat. */
function keepConnected(): void {
  const isOpen = computed(() => !["start", "closed"].includes(session.view.value.status));
  const isWanted = computed(() => isShown.value || isOpen.value || !session.loaded.value);
  isWanted.subscribe((wanted) => (wanted ? session.connect() : session.dispose()));
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.key === "Escape" && !event.defaultPrevented) tellPage({ candid: 1, type: "close" });
}

// Before anything is awaited: the page speaks to us as soon as we are loaded.
listenToPage(config.parents);
document.addEventListener("keydown", onKeyDown);
keepConnected();
loadWords(config.language).then(() => {
  const root = document.getElementById("app");
  if (root) draw(root);
  reportState();
  reportEvents();
});
