/** Tells the page around us how the launcher should look, and the server what was read. */
import { effect } from "@preact/signals-core";
import type { Item, VisitorSession } from "../../chat/client/types";
import type { Look } from "./messages";
import { isShown, tellPage } from "./parent";
import { initials } from "./people";

export function reportState(session: VisitorSession): void {
  let seen = 0;
  effect(() => {
    const { items, seq, status, agent } = session.view.value;
    if (isShown.value && session.loaded.value) seen = markSeen(session, items, seen, seq);
    tellPage({
      candid: 1,
      type: "state",
      look: lookOf(status),
      initials: initials(agent?.name ?? "").slice(0, 2),
      unread: items.filter((item) => item.seq > seen && isFromOthers(item)).length,
      open: status !== "start" && status !== "closed",
    });
  });
}

function markSeen(session: VisitorSession, items: readonly Item[], seen: number, seq: number): number {
  if (items.some((item) => item.seq > seen && isFromOthers(item))) session.markRead(seq);
  return seq;
}

function isFromOthers({ event }: Item): boolean {
  return event.kind === "message" && event.author_kind !== "visitor";
}

function lookOf(status: string): Look {
  if (status === "human") return "human";
  return status === "waiting" ? "waiting" : "bot";
}
