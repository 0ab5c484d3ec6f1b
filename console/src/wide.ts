import { signal } from "@preact/signals";

const WIDE = matchMedia("(min-width: 1440px)");

/** Whether there is room for the visitor beside the chat; else they stand in a drawer. */
export const wide = signal(WIDE.matches);

WIDE.addEventListener("change", ({ matches }) => {
  wide.value = matches;
});
