import type { Store } from "../../chat/client/storage";

const key = (conversation: string): string => `candid:draft:${conversation}`;

export function draftOf(store: Store, conversation: string): string {
  return store.get(key(conversation)) ?? "";
}

export function keepDraft(store: Store, conversation: string, text: string): void {
  if (text.trim()) store.set(key(conversation), text);
  else store.remove(key(conversation));
}

/** On signing out: the next person at this screen must find nothing. */
export function forgetAll(store: Store): void {
  for (const each of store.keys()) if (each.startsWith("candid:")) store.remove(each);
}

const OWNER = "candid:me";

/** Signed out elsewhere, nobody could clear up here: what another person left in this tab goes now. */
export function keepFor(store: Store, me: string): void {
  if (store.get(OWNER) !== me) forgetAll(store);
  store.set(OWNER, me);
}
