import type { Presence, View } from "../../../chat/client/types";
import { firstName } from "../names";
import { say } from "../words";
import { isGone } from "./presenceWords";

/** Who answers, in words. `mine`: it is me. `place` in line, 0 for none. `presence`: null while unknown. */
export function stateWords(view: View, mine: boolean, place = 0, presence: Presence | null = null): string {
  if (view.status === "human") {
    return mine ? say("state_mine") : say("state_colleague", { name: firstName(view.agent?.name ?? "") });
  }
  if (view.status === "waiting") return waitingWords(view, place, isGone(presence));
  const owed = view.owed !== null && view.status !== "message_left";
  const state = view.status === "bot" && isGone(presence) ? "state_bot_gone" : (`state_${view.status}` as const);
  return say(state) + (owed ? say("state_owed") : "");
}

function waitingWords({ expected }: View, n: number, gone: boolean): string {
  const who = expected ? say("state_waiting_for", { name: firstName(expected.name) }) : say("state_waiting");
  const words = [who, n > 0 && say("state_place", { n }), gone && say("state_gone"), say("state_bot_off")];
  return words.filter(Boolean).join(", ");
}

/** Why I can't write here, or what taking the chat means. */
export function dockWords(view: View, visitor: string, presence: Presence | null = null): string {
  if (view.status === "human") return say("dock_colleague", { name: firstName(view.agent?.name ?? "") });
  if (view.owed && view.status !== "closed") return say("dock_left", { visitor, email: view.owed.email });
  const gone = isGone(presence);
  if (view.status === "waiting") return say(gone ? "dock_waiting_gone" : "dock_waiting", { visitor });
  if (view.status === "bot") return say(gone ? "dock_bot_gone" : "dock_bot", { visitor });
  return say("dock_closed");
}

/** The states in which a chat can be taken; a colleague's can't. */
export function canTake(view: View): boolean {
  return view.status === "waiting" || view.status === "bot" || view.status === "message_left";
}
