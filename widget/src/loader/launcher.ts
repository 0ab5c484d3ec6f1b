import type { Look } from "../messages";
import { make } from "./dom";
import type { LoaderWords } from "./words";

export interface LauncherState {
  look: Look;
  initials: string;
  unread: number;
}

/** A square with a question mark for the bot, a dashed seat while waiting, a filled circle for a person. */
export class Launcher {
  private readonly button: HTMLButtonElement;
  private readonly face = make("span", { ariaHidden: "true" });
  private readonly count = make("span", { className: "count", ariaHidden: "true" });
  private state: LauncherState = { look: "bot", initials: "", unread: 0 };
  private open = false;

  constructor(
    shadow: ShadowRoot,
    private readonly words: LoaderWords,
    onClick: () => void,
  ) {
    this.button = make("button", { type: "button", ariaHasPopup: "dialog" });
    this.button.setAttribute("aria-controls", "panel");
    this.button.append(this.face, this.count);
    this.button.addEventListener("click", onClick);
    shadow.append(this.button);
    this.draw();
  }

  setOpen(open: boolean): void {
    this.open = open;
    this.draw();
  }

  show(state: LauncherState): void {
    this.state = state;
    this.draw();
  }

  focus(): void {
    this.button.focus();
  }

  private draw(): void {
    const { look, initials } = this.state;
    const unread = this.open ? 0 : this.state.unread;
    this.button.className = `launcher ${this.open ? "" : look}`;
    this.button.ariaExpanded = String(this.open);
    this.button.ariaLabel = this.label(unread);
    this.face.replaceChildren(this.open ? chevron() : FACES[look] || initials);
    this.count.textContent = unread ? String(unread) : "";
  }

  private label(unread: number): string {
    const { open, close, unread: news } = this.words;
    return (this.open ? close : open) + (unread ? ` (${unread} ${news})` : "");
  }
}

const FACES: Record<Look, string> = { bot: "?", waiting: "\u2003", human: "" };

function chevron(): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("width", "26");
  path.setAttribute("d", "M5 7.5l5 5 5-5");
  svg.append(path);
  return svg;
}
