import { effect, signal } from "@preact/signals";
import type { Store } from "../../chat/client/storage";

/** What sends: Enter (Shift+Enter breaks the line), or Ctrl+Enter (Enter breaks it). */
export type SendKey = "enter" | "ctrl_enter";

export const sendKey = signal<SendKey>("enter");

/** Single keys can be switched off (WCAG 2.1.4); arrows and Escape stay. */
export const singleKeys = signal(true);

/** Takes up what this person chose in this browser, and keeps what they choose. Returns how to stop. */
export function rememberSettings(store: Store, me: string): () => void {
  const key = (name: string): string => `candid:settings:${me}:${name}`;
  sendKey.value = store.get(key("send")) === "ctrl_enter" ? "ctrl_enter" : "enter";
  singleKeys.value = store.get(key("single_keys")) !== "off";
  return effect(() => {
    store.set(key("send"), sendKey.value);
    store.set(key("single_keys"), singleKeys.value ? "on" : "off");
  });
}
