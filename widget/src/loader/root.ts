import { CSS } from "./styles";

/** Our corner of the page: a shadow root whose styles pass a strict CSP and stay inside. */
export function makeRoot(rtl: boolean): { host: HTMLElement; shadow: ShadowRoot } {
  const host = document.createElement("candid-chat");
  host.dir = rtl ? "rtl" : "ltr";
  const shadow = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);
  shadow.adoptedStyleSheets = [sheet];
  document.body.append(host);
  return { host, shadow };
}
