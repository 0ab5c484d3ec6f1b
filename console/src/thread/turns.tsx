import type { BotTurn } from "../../../chat/client/generated/wire";
import type { Item } from "../../../chat/client/types";
import { say } from "../words";
import { triedOnce } from "./packet";

/** True when what the bot tried is worth a line: it tried something, or failed, and its answer shows no source. */
export function turnsAlone(items: readonly Item[], turn: BotTurn): boolean {
  if (turn.tried.length === 0 && !turn.failed) return false;
  return !items.some(
    ({ event }) => event.kind === "message" && event.in_reply_to === turn.in_reply_to && event.source !== null,
  );
}

export function turnWords(turn: BotTurn): string {
  const tried = triedOnce(turn.tried).slice(0, 3);
  if (tried.length === 0) return say("turn_nothing");
  return say("turn_tried", { list: tried.map(({ title, score }) => `${title} ${score.toFixed(2)}`).join(" · ") });
}

/** What the bot looked at, for agents only. */
export function TurnLine({ turn }: { turn: BotTurn }) {
  return <li class="turn">{turnWords(turn)}</li>;
}
