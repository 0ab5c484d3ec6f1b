/** When regions may speak: not while history is put in, which they would read out; at once where there is none. */
import { effect, signal } from "@preact/signals-core";
import { session } from "./chat";

const SETTLED_MS = 300;
export const speaks = signal(false);

effect(() => {
  speaks.value = false;
  if (!session.loaded.value) return;
  const timer = setTimeout(() => {
    speaks.value = true;
  }, session.view.peek().seq && SETTLED_MS);
  return () => clearTimeout(timer);
});
