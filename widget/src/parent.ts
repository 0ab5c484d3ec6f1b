/** The frame's side of the line to the page that embeds it. */
import { signal } from "@preact/signals-core";
import { PAGE_CHARS } from "../../chat/client/generated/constants";
import { isToFrame, type ToFrame, type ToLoader } from "./messages";

export const pageUrl = signal<string | null>(null);
/** The loader loads us unseen where a chat was open on the page before. */
export const isShown = signal(location.hash !== "#hidden");

let page: string | null = null;
const waiting: ToLoader[] = [];

/** Listens to the embedding page, if it is one of `parents`. */
export function listenToPage(parents: readonly string[]): void {
  window.addEventListener("message", (event) => {
    if (event.source !== window.parent || !parents.includes(event.origin) || !isToFrame(event.data)) return;
    page = event.origin;
    receive(event.data);
    for (const message of waiting.splice(0)) tellPage(message);
  });
}

/** Kept until the page has made itself known: before that there is nobody to name as the receiver. */
export function tellPage(message: ToLoader): void {
  if (page === null) waiting.push(message);
  else window.parent.postMessage(message, page);
}

function receive(message: ToFrame): void {
  if (message.type === "page") {
    pageUrl.value = message.url.slice(0, PAGE_CHARS);
    tellPage({ candid: 1, type: "ready" });
  } else isShown.value = message.type === "shown";
}
