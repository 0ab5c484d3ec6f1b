import type { State } from "../messages";
import { make } from "./dom";
import type { LoaderWords } from "./words";

export interface Launcher {
  button: HTMLButtonElement;
  show(state: Pick<State, "look" | "initials" | "unread">, isOpen: boolean): void;
}

/** A square with a question mark for the bot, a dashed seat while waiting, a filled circle for a person. */
export function makeLauncher(words: LoaderWords, onPress: () => void): Launcher {
  // Who double-clicks wants it open, not opened and closed.
  const onclick = ({ detail }: MouseEvent) => detail < 2 && onPress();
  const button = make("button", { type: "button", ariaHasPopup: "dialog", onclick });
  const face = make("span", { ariaHidden: "true" });
  const count = make("span", { className: "count", ariaHidden: "true" });
  let last = "";

  button.setAttribute("aria-controls", "panel");
  button.append(face, count);
  return {
    button,
    show({ look, initials, unread }, isOpen) {
      const news = isOpen ? 0 : unread;
      // The dashed ring closes as a person joins, and only then.
      const joins = look === "human" && last !== look ? "taken" : "";
      last = look;
      button.className = `launcher ${isOpen ? "open" : look} ${joins}`;
      button.ariaExpanded = String(isOpen);
      button.ariaLabel = (isOpen ? words.close : words.open) + (news ? ` (${news} ${words.unread})` : "");
      face.textContent = isOpen ? "" : look === "bot" ? "?" : initials;
      count.textContent = String(news || "");
    },
  };
}
