import type { View } from "../../../chat/client/types";
import { firstName } from "../names";
import { say } from "../words";

/** Who answers, in words. `mine`: it is me. `place` in line, 0 for none. */
export function stateWords(view: View, mine: boolean, place = 0): string {
  if (view.status === "human") {
    return mine ? say("state_mine") : say("state_colleague", { name: firstName(view.agent?.name ?? "") });
  }
  if (view.status === "waiting") return waitingWords(view, place);
  const owed = view.owed !== null && view.status !== "message_left";
  return say(`state_${view.status}`) + (owed ? say("state_owed") : "");
}

function waitingWords({ expected }: View, n: number): string {
  const who = expected ? say("state_waiting_for", { name: firstName(expected.name) }) : say("state_waiting");
  return [who, n > 0 && say("state_place", { n }), say("state_bot_off")].filter(Boolean).join(", ");
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
