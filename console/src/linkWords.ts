import type { Connection } from "../../chat/client/types";
import { isKey, say, sayFirst } from "./words";

/** What is said of the link; "" while all is well, and while a page just opened connects for the first time. */
export function linkWords(link: Connection, opened: boolean): string {
  if (link.kind === "stopped") return sayFirst([`stopped_${link.why}`, "offline"]);
  if (link.kind === "connecting" && !opened) return "";
  return link.kind !== "online" && link.kind !== "idle" && isKey(link.kind) ? say(link.kind) : "";
}

/**
 * What becomes of my chats while the server can't hear me. `left`: milliseconds until they go back to the queue,
 * counted from the last heartbeat that was answered; the server may have missed that one, so it is the longest.
 */
export function leaseWords(chats: number, left: number): string {
  if (chats === 0) return "";
  if (left <= 0) return say("lease_over");
  return say(chats === 1 ? "lease_one" : "lease_many", { n: chats, s: Math.ceil(left / 1000) });
}
