import { type ReadonlySignal, signal } from "@preact/signals";

const CHAT = /^#\/chat\/([\w-]+)$/;

export function conversationIn(hash: string): string | null {
  return CHAT.exec(hash)?.[1] ?? null;
}

export function addressOf(conversation: string | null): string {
  return conversation === null ? "#/" : `#/chat/${conversation}`;
}

/** The open conversation, kept in the address so that reload and the phone's back button work. */
export function openConversation(): { open: ReadonlySignal<string | null>; stop: () => void } {
  const open = signal(conversationIn(location.hash));
  const follow = (): void => {
    open.value = conversationIn(location.hash);
  };
  addEventListener("hashchange", follow);
  return { open, stop: () => removeEventListener("hashchange", follow) };
}

export function go(conversation: string | null): void {
  location.hash = addressOf(conversation);
}

const KNOWLEDGE = /^#\/knowledge(?:\/([\w-]+))?$/;

/** The entry that is open on the knowledge page, "" for none; null on the desk. */
export function entryIn(hash: string): string | null {
  const found = KNOWLEDGE.exec(hash);
  return found ? (found[1] ?? "") : null;
}

export function openEntry(): ReadonlySignal<string | null> {
  const open = signal(entryIn(location.hash));
  addEventListener("hashchange", () => {
    open.value = entryIn(location.hash);
  });
  return open;
}

export function goToEntry(entry: string): void {
  location.hash = addressOfEntry(entry);
}

export function addressOfEntry(entry: string): string {
  return entry === "" ? "#/knowledge" : `#/knowledge/${entry}`;
}

export const addressOfBot = "#/bot";

/** Whether the bot's settings are open. */
export function openBot(): ReadonlySignal<boolean> {
  const open = signal(location.hash === addressOfBot);
  addEventListener("hashchange", () => {
    open.value = location.hash === addressOfBot;
  });
  return open;
}

export const onDesk = (hash: string): boolean => entryIn(hash) === null && hash !== addressOfBot;
