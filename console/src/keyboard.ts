import type { Desk } from "./desk";
import { go } from "./route";
import { singleKeys } from "./settings";

export type Shortcut = "next" | "previous" | "take" | "resolve" | "write" | "find" | "back";

const KEYS: Readonly<Record<string, Shortcut>> = {
  j: "next",
  ArrowDown: "next",
  k: "previous",
  ArrowUp: "previous",
  t: "take",
  e: "resolve",
  r: "write",
  "/": "find",
  Escape: "back",
};

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** What a key means here, null for nothing. `typing`: in a field, where only Escape means something. */
export function shortcutFor(pressed: Pressed, context: { typing: boolean; single: boolean }): Shortcut | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  const shortcut = KEYS[pressed.key] ?? null;
  if (context.typing) return shortcut === "back" ? "back" : null;
  return pressed.key.length === 1 && !context.single ? null : shortcut;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
}

function moveFocus(step: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>(".row")];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const from = at >= 0 ? at : rows.findIndex((row) => row.getAttribute("aria-current") === "true");
  const next = rows[from < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, from + step))];
  next?.focus();
  return next !== undefined;
}

function back(desk: Desk): boolean {
  const field = document.activeElement;
  if (isTyping(field)) (field as HTMLElement).blur();
  if (desk.open.value === null) return false;
  go(null);
  return true;
}

const DOES: Record<Shortcut, (desk: Desk) => boolean> = {
  next: () => moveFocus(1),
  previous: () => moveFocus(-1),
  take: () => press(".take"),
  resolve: () => press(".resolve"),
  write: () => focusOn(".composer textarea"),
  find: () => {
    // On a phone an open chat stands in the inbox's place.
    if (!document.querySelector(".find")?.checkVisibility()) go(null);
    requestAnimationFrame(() => focusOn(".find input"));
    return true;
  },
  back,
};

function focusOn(selector: string): boolean {
  const field = document.querySelector<HTMLElement>(selector);
  field?.focus();
  return field !== null;
}

function press(selector: string): boolean {
  const button = document.querySelector<HTMLButtonElement>(selector);
  button?.click();
  return button !== null;
}

/** Arrow keys scroll a transcript and walk a menu; elsewhere they walk the inbox. */
function isArrowElsewhere(event: KeyboardEvent): boolean {
  const scroller = event.target instanceof Element && event.target.closest(".thread, .menu, dialog");
  return event.key.startsWith("Arrow") && Boolean(scroller);
}

/** Returns how to stop. */
export function listenToKeys(desk: Desk): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return;
    const shortcut = shortcutFor(event, { typing: isTyping(event.target), single: singleKeys.value });
    if (shortcut === null || isArrowElsewhere(event)) return;
    if (DOES[shortcut](desk)) event.preventDefault();
  };
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
}
