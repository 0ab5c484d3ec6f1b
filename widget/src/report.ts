/** Tells the page around us how the launcher should look, and the server what was read. */
import { computed, effect, signal } from "@preact/signals-core";
import type { Item } from "../../chat/client/types";
import { session } from "./chat";
import { config } from "./config";
import type { Look } from "./messages";
import { isShown, tellPage } from "./parent";
import { initials } from "./people";
import { isAtEnd } from "./scroll";
import { store } from "./store";

const KEY = `candid:${config.site}:seen`;
/** Up to this seq the end of the talk stood on the screen, on this page or one before. */
const seen = signal(Number(store.get(KEY)));

const isLooking = computed(() => isShown.value && isAtEnd.value);

/** How many messages of others were not on the screen yet. */
export const unread = computed(() => {
  const { items, seq } = session.view.value;
  // A new conversation counts anew.
  const from = seen.value > seq ? 0 : seen.value;
  return isLooking.value ? 0 : items.filter((item) => item.seq > from && isFromOthers(item)).length;
});

export function reportState(): void {
  effect(() => {
    if (!isLooking.value || !session.loaded.value) return;
    const { seq, items } = session.view.value;
    if (items.some((item) => item.seq > seen.peek() && isFromOthers(item))) session.markRead(seq);
    seen.value = seq;
    store.set(KEY, String(seq));
  });
  effect(() => {
    if (!session.loaded.value) return;
    const { status, agent } = session.view.value;
    tellPage({
      candid: 1,
      type: "state",
      look: lookOf(status),
      initials: initials(agent?.name ?? "").slice(0, 2),
      unread: unread.value,
      open: status !== "start" && status !== "closed",
    });
  });
}

function isFromOthers({ event }: Item): boolean {
  return event.kind === "message" && event.author_kind !== "visitor";
}

function lookOf(status: string): Look {
  if (status === "human") return "human";
  return status === "waiting" ? "waiting" : "bot";
}
