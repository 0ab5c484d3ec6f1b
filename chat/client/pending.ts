import { computed, type ReadonlySignal } from "@preact/signals-core";
import { unechoed } from "./echo";
import type { AuthorKind } from "./generated/wire";
import type { Command, Entry, Outbox } from "./outbox";
import type { Pending, View } from "./types";

/** The lane's commands that the transcript doesn't show yet. */
export function pendingOf<C extends Command>(
  entries: ReadonlySignal<Outbox<C>>,
  view: ReadonlySignal<View>,
  author: AuthorKind,
  lane?: string,
): ReadonlySignal<readonly Pending[]> {
  return computed(() => {
    const mine = entries.value.filter((entry) => entry.frame.conversation === lane);
    return unechoed(mine as unknown as readonly (Entry & Pending)[], view.value.items, author);
  });
}
