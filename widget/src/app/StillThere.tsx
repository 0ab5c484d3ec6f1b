/** @jsxImportSource ../dom */
import { session } from "../chat";
import { clock, say } from "../words";
import { focusField } from "./Composer";

/** Before an idle chat closes. Only words keep it open, so the button leads to where they are written. */
export function StillThere() {
  const { closesAt } = session.view.value;
  return (
    <div class={closesAt ? "card" : "hush"}>
      <p role="status">{closesAt && say("idle", { time: clock(closesAt) })}</p>
      {closesAt && (
        <button type="button" class="button" onClick={focusField}>
          {say("write")}
        </button>
      )}
    </div>
  );
}
