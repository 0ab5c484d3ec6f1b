import type { Item } from "../../../chat/client/types";
import { Button } from "../Button";
import type { Desk } from "../desk";
import { say } from "../words";

/** What agents think of the bot's turn or draft for the message at `seq`: the latest word counts. */
export function judgementOf(items: readonly Item[], seq: number): boolean | null {
  const last = items.findLast(({ event }) => event.kind === "answer_judged" && event.in_reply_to === seq);
  return last?.event.kind === "answer_judged" ? last.event.right : null;
}

export function Judge({ items, seq, desk }: { items: readonly Item[]; seq: number; desk: Desk }) {
  const judged = judgementOf(items, seq);
  return (
    <fieldset class="judge">
      <legend>{say("judge")}</legend>
      {[true, false].map((right) => (
        <Button
          key={String(right)}
          aria-pressed={judged === right}
          onClick={() => judged !== right && desk.act({ type: "judge", seq, right })}
        >
          {say(right ? "judge_right" : "judge_wrong")}
        </Button>
      ))}
    </fieldset>
  );
}
