/** Keeps the end of the talk in view for who is there; who reads further up is left alone. */
import { signal } from "@preact/signals-core";

const NEAR = 80;

/** Only scrolling changes it: what is written below, or the keyboard coming up, moves nobody away from the end. */
export const isAtEnd = signal(true);

let box: HTMLElement | undefined;
let lastSize = "";

export function holdScroll(element: HTMLElement): void {
  box = element;
  // The box shrinks when the keyboard opens, and grows when it goes.
  new ResizeObserver(follow).observe(element);
}

/** A turned phone or a new width scrolls too, by wrapping the text anew: nobody asked to leave the end. */
export function onScroll({
  currentTarget: { scrollHeight, scrollTop, clientHeight, clientWidth },
}: {
  currentTarget: Element;
}): void {
  const size = `${clientWidth} ${clientHeight}`;
  const isSame = size === lastSize;
  lastSize = size;
  if (!isSame) return follow();
  isAtEnd.value = scrollHeight - scrollTop - clientHeight < NEAR;
}

export function toEnd(): void {
  isAtEnd.value = true;
  if (box) box.scrollTop = box.scrollHeight;
}

/** The button that leads here goes; the focus stays with the talk. */
export function goToEnd(): void {
  toEnd();
  box?.focus();
}

export function follow(): void {
  if (isAtEnd.peek()) toEnd();
}
