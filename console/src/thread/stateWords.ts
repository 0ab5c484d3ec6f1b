import type { View } from "../../../chat/client/types";
import { firstName } from "../names";
import { say } from "../words";

/** Who answers, in words. `mine`: it is me. */
export function stateWords(view: View, mine: boolean): string {
  if (view.status === "human") {
    return mine ? say("state_mine") : say("state_colleague", { name: firstName(view.agent?.name ?? "") });
  }
  if (view.status === "waiting" && view.expected) {
    return say("state_waiting_for", { name: firstName(view.expected.name) });
  }
  const owed = view.owed !== null && view.status !== "message_left";
  return say(`state_${view.status}`) + (owed ? say("state_owed") : "");
}

/** Why I can't write here, or what taking the chat means. */
export function dockWords(view: View, visitor: string): string {
  if (view.status === "human") return say("dock_colleague", { name: firstName(view.agent?.name ?? "") });
  if (view.owed && view.status !== "closed") return say("dock_left", { visitor, email: view.owed.email });
  if (view.status === "waiting") return say("dock_waiting", { visitor });
  return say(view.status === "bot" ? "dock_bot" : "dock_closed");
}

/** The states in which a chat can be taken; a colleague's can't. */
export function canTake(view: View): boolean {
  return view.status === "waiting" || view.status === "bot" || view.status === "message_left";
}
