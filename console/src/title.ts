import { effect } from "@preact/signals";
import type { Desk } from "./desk";
import { say } from "./words";

/** How many wait and, of all chats, how many for too long: both before the name, which a narrow tab cuts off. */
export function titleOf(waiting: number, late: number, site: string | undefined): string {
  const name = [say("brand"), site].filter(Boolean).join(" · ");
  const counts = [waiting > 0 && `${waiting}`, late > 0 && say("late", { n: late })].filter(Boolean);
  return counts.length > 0 ? `(${counts.join(", ")}) ${name}` : name;
}

/** Keeps the tab's title. Returns how to stop. */
export function keepTitle(desk: Desk): () => void {
  return effect(() => {
    const late = desk.session.rows.value.filter((row) => row.late_since !== null).length;
    document.title = titleOf(desk.waitingRows.value.length, late, desk.session.site.value?.name);
  });
}
