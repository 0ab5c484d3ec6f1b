/** What is being written, and for whom it was begun. Both outlive the page. */
import { signal } from "@preact/signals-core";
import type { View } from "../../../chat/client/types";
import { session } from "../chat";
import { firstName } from "../people";
import { store } from "../store";
import { isPeopleFirst } from "./dial";

const KEY = "candid:draft";
const FOR = `${KEY}-for`;

export const draft = signal(store.get(KEY) ?? "");
/** As `readerOf` names them; empty for a draft of which it isn't known. */
export const begunFor = signal(store.get(FOR) ?? "");

export function keepDraft(text: string): void {
  if (!draft.value.trim()) {
    begunFor.value = readerOf(session.view.value);
    store.set(FOR, begunFor.value);
  }
  draft.value = text;
  store.set(KEY, text);
}

/** Who reads what is sent now: "bot", "person" for whoever comes, or ":" and the name of who is there. */
export function readerOf({ status, agent }: View): string {
  if (status === "human") return `:${firstName(agent?.name ?? "")}`;
  // Where people come first, a chat begins with one, also when an ended one is written to again.
  if (status === "bot" || (/^(start|closed)$/.test(status) && !isPeopleFirst())) return "bot";
  return "person";
}
