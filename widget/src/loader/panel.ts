import { isToLoader, type State, type ToFrame } from "../messages";
import { make } from "./dom";
import { failure } from "./failure";
import { makeScreen } from "./screen";
import type { LoaderWords } from "./words";

export interface PanelOptions {
  origin: string;
  site: string;
  language: string;
  words: LoaderWords;
  /** The owner's, for when the chat doesn't load. */
  email: string | undefined;
  phone: string | undefined;
  signal: AbortSignal;
  onClose(): void;
  onState(state: State): void;
  onEvent(name: string, detail: object): void;
}

export interface Panel {
  box: HTMLDialogElement;
  open(): void;
  close(): void;
  /** Makes the frame, unless it is there; seen or not. */
  load(): void;
}

/** A frame that the site's policy refuses fires `load` all the same: only its `ready` tells that it is there. */
const READY_WITHIN = 8_000;

/** The frame and the line to it. */
export function makePanel(options: PanelOptions): Panel {
  const { origin, site, language, words, signal, onClose } = options;
  const box = make("dialog", { id: "panel", className: "panel", ariaLabel: words.chat });
  const screen = makeScreen(box, signal);
  let frame: HTMLIFrameElement | null = null;
  let ready = false;
  let timer = 0;

  function open(): void {
    screen.show();
    load();
    frame?.focus();
    tellShown();
  }

  function close(): void {
    screen.hide();
    tellShown();
  }

  function load(): void {
    if (frame) return;
    const src = `${origin}/widget/frame/?site=${site}&lang=${encodeURIComponent(language)}${box.open ? "" : "#hidden"}`;
    frame = make("iframe", { title: words.chat, src, allow: "clipboard-write", onload: tellPage });
    ready = false;
    box.replaceChildren(frame);
    timer = window.setTimeout(giveUp, READY_WITHIN);
  }

  /** Who opens it later tries anew; who looks at it is offered that. */
  function giveUp(): void {
    frame = null;
    box.replaceChildren();
    if (box.open) box.append(failure(options, open));
  }

  /** Without query and fragment, which may hold what is nobody's business. Pages may change without loading. */
  function tellPage(): void {
    tell({ candid: 1, type: "page", url: location.origin + location.pathname });
  }

  /** Not before it is ready: until then another page than ours may stand in the frame. */
  function tellShown(): void {
    if (!ready) return;
    if (box.open) tellPage();
    tell({ candid: 1, type: box.open ? "shown" : "hidden" });
  }

  function tell(message: ToFrame): void {
    frame?.contentWindow?.postMessage(message, origin);
  }

  function receive(event: MessageEvent): void {
    const { source, data } = event;
    if (event.origin !== origin || !source || source !== frame?.contentWindow || !isToLoader(data)) return;
    if (data.type === "close") onClose();
    else if (data.type === "state") options.onState(data);
    else if (data.type === "event") options.onEvent(data.name, data.detail);
    else welcome();
  }

  function welcome(): void {
    clearTimeout(timer);
    if (ready) return;
    ready = true;
    tellShown();
  }

  window.addEventListener("message", receive, { signal });
  box.addEventListener("keydown", ({ key }) => key === "Escape" && onClose());
  box.addEventListener("cancel", (event) => {
    event.preventDefault();
    onClose();
  });
  signal.addEventListener("abort", () => clearTimeout(timer));
  return { box, open, close, load };
}
