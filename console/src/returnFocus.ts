import { effect } from "@preact/signals";
import type { Desk } from "./desk";

/** Whoever leaves a chat, by whichever way back, is on its row again and not at the top of the page. Returns how to stop. */
export function returnFocus(desk: Desk): () => void {
  let last: string | null = null;
  return effect(() => {
    const open = desk.open.value;
    const left = open === null ? last : null;
    last = open;
    if (left === null) return;
    // The inbox may just come back into sight.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) rowOf(left)?.focus();
    });
  });
}

function rowOf(conversation: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`.row[data-conversation="${conversation}"]`);
}
