/** @jsxImportSource ../dom */
import { session } from "../chat";
import { clock, fill, say } from "../words";
import { focusField } from "./Composer";

/** Before an idle chat closes. Only words keep it open, so the button leads to where they are written. */
export function StillThere() {
  const words = idleWords();
  if (!words) return null;
  return (
    <div class="card">
      <p>{words}</p>
      <button type="button" class="button" onClick={focusField}>
        {say.write}
      </button>
    </div>
  );
}

export function idleWords(): string {
  const { closesAt } = session.view.value;
  return closesAt ? fill(say.idle, { time: clock(closesAt) }) : "";
}
