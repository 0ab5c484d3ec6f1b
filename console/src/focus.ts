/** What had the focus is gone, and whoever has no mouse is left nowhere. */
export const focusLost = (): boolean => document.activeElement === document.body;

/** Once what is about to be drawn stands there. */
export function focusSoon(find: () => HTMLElement | null | undefined): void {
  requestAnimationFrame(() => find()?.focus());
}

/** Of what takes no focus by itself, such as a heading. */
export function focusOn(place: HTMLElement | null | undefined): void {
  if (!place) return;
  place.tabIndex = -1;
  place.focus();
}
