import { make } from "./dom";
import type { PanelOptions } from "./panel";

/** What stands in the panel when the frame didn't come: another try, the owner's own addresses, and the way out. */
export function failure({ words, email, phone, onClose }: PanelOptions, onAgain: () => void): HTMLElement {
  const box = make("div", { className: "failed", role: "alert" });
  box.append(words.failed, button(words.again, onAgain));
  if (email) box.append(link(`mailto:${email}`, email));
  if (phone) box.append(link(`tel:${phone.replace(/[^+\d]/g, "")}`, phone));
  box.append(button(words.close, onClose));
  return box;
}

function button(textContent: string, onclick: () => void): HTMLElement {
  return make("button", { type: "button", textContent, onclick });
}

function link(href: string, textContent: string): HTMLElement {
  return make("a", { href, textContent, dir: "ltr" });
}
