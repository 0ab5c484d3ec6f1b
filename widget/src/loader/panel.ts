import { isToLoader, type ToFrame, type ToLoader } from "../messages";
import { make } from "./dom";
import type { LoaderWords } from "./words";

type State = Extract<ToLoader, { type: "state" }>;

export interface PanelOptions {
  shadow: ShadowRoot;
  origin: string;
  site: string;
  language: string;
  words: LoaderWords;
  onClose(): void;
  onState(state: State): void;
}

/** A frame that the site's policy refuses fires `load` all the same: only its `ready` tells that it is there. */
const READY_WITHIN = 8_000;

/** The frame and the line to it. The frame is made on the first opening. */
export class Panel {
  private readonly box: HTMLDivElement;
  private readonly stop = new AbortController();
  private frame: HTMLIFrameElement | null = null;
  private ready = false;
  private timer = 0;

  constructor(private readonly options: PanelOptions) {
    this.box = make("div", {
      id: "panel",
      className: "panel",
      hidden: true,
      role: "dialog",
      ariaLabel: options.words.chat,
    });
    this.box.ariaModal = "false";
    options.shadow.append(this.box);
    const { signal } = this.stop;
    window.addEventListener("message", (event) => this.receive(event), { signal });
    this.box.addEventListener("keydown", (event) => event.key === "Escape" && options.onClose(), { signal });
  }

  get isOpen(): boolean {
    return !this.box.hidden;
  }

  open(): void {
    this.box.hidden = false;
    if (!this.frame) this.load();
    this.frame?.focus();
    this.tellShown();
  }

  close(): void {
    this.box.hidden = true;
    this.tellShown();
  }

  destroy(): void {
    clearTimeout(this.timer);
    this.stop.abort();
  }

  private load(): void {
    const { origin, site, language, words } = this.options;
    const query = new URLSearchParams({ site, lang: language });
    const frame = make("iframe", {
      title: words.chat,
      src: `${origin}/widget/frame/?${query}`,
      allow: "clipboard-write",
    });
    frame.addEventListener("load", () => this.tellPage());
    this.ready = false;
    this.frame = frame;
    this.box.replaceChildren(frame);
    this.timer = window.setTimeout(() => this.offerAgain(), READY_WITHIN);
  }

  private offerAgain(): void {
    const { words } = this.options;
    const again = make("button", { type: "button", textContent: words.again });
    const failed = make("div", { className: "failed", role: "alert" });
    failed.append(words.failed, again);
    again.addEventListener("click", () => this.load());
    this.frame = null;
    this.box.replaceChildren(failed);
  }

  /** Without query and fragment, which may hold what is nobody's business. Pages may change without loading. */
  private tellPage(): void {
    this.tell({ candid: 1, type: "page", url: location.origin + location.pathname });
  }

  /** Not before it is ready: until then another page than ours may stand in the frame. */
  private tellShown(): void {
    if (!this.ready) return;
    if (this.isOpen) this.tellPage();
    this.tell({ candid: 1, type: this.isOpen ? "shown" : "hidden" });
  }

  private tell(message: ToFrame): void {
    this.frame?.contentWindow?.postMessage(message, this.options.origin);
  }

  private receive({ origin, source, data }: MessageEvent): void {
    if (origin !== this.options.origin || !source || source !== this.frame?.contentWindow || !isToLoader(data)) return;
    if (data.type === "close") this.options.onClose();
    else if (data.type === "state") this.options.onState(data);
    else this.welcome();
  }

  private welcome(): void {
    clearTimeout(this.timer);
    if (this.ready) return;
    this.ready = true;
    this.tellShown();
  }
}
