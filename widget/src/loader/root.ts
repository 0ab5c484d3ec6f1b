import { CSS } from "./styles";

/**
 * Our corner of the page: a shadow root whose styles pass a strict CSP and stay inside.
 * `offset` is "inline block" in pixels, from the corner of the window.
 */
export function makeRoot(rtl: boolean, offset = ""): { host: HTMLElement; shadow: ShadowRoot } {
  const host = document.createElement("candid-chat");
  host.dir = rtl ? "rtl" : "ltr";
  const [x, y = x] = offset.match(/\d+/g) ?? [];
  if (x) host.style.cssText = `--x:${x}px;--y:${y}px`;
  const shadow = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);
  shadow.adoptedStyleSheets = [sheet];
  document.body.append(host);
  return { host, shadow };
}
