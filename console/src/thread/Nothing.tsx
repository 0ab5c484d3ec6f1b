import type { Desk } from "../desk";
import { say } from "../words";

/** The right side while no chat is open: one sentence, one action. */
export function Nothing({ desk }: { desk: Desk }) {
  const waiting = desk.sections.value[0]?.rows.length ?? 0;
  return (
    <div class="nothing">
      <p>{say(desk.session.rows.value.length > 0 ? "pick" : "pick_none")}</p>
      {waiting > 0 && (
        <button type="button" class="button" onClick={() => desk.openLongestWaiting()}>
          {say("pick_take")}
        </button>
      )}
    </div>
  );
}
