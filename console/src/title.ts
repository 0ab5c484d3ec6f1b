import { effect } from "@preact/signals";
import type { Desk } from "./desk";
import { say } from "./words";

export function titleOf(waiting: number, site: string | undefined): string {
  const name = [say("brand"), site].filter(Boolean).join(" · ");
  return waiting > 0 ? `(${waiting}) ${name}` : name;
}

/** Keeps the tab's title at how many wait. Returns how to stop. */
export function keepTitle(desk: Desk): () => void {
  return effect(() => {
    const waiting = desk.sections.value.find((section) => section.key === "waiting")?.rows.length ?? 0;
    document.title = titleOf(waiting, desk.session.site.value?.name);
  });
}
