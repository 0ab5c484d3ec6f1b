/** @jsxImportSource ../dom */
import type { Pending } from "../../../chat/client/types";
import { session } from "../chat";
import { say } from "../words";

/** A message that isn't confirmed: dashed, with what becomes of it. */
export function PendingMessage({ entry }: { entry: Pending }) {
  if (entry.frame.type !== "send") return null;
  return (
    <div class="you">
      <div class="bubble unsent">
        <p dir="auto">{entry.frame.text}</p>
      </div>
      {entry.state === "failed" ? <Failed entry={entry} /> : <p class="meta">{underWay()}</p>}
    </div>
  );
}

export function underWay(): string {
  return say(session.connection.value.kind === "online" ? "sending" : "waits");
}

/** Also for what was asked for without words, such as a person. */
export function Failed({ entry }: { entry: Pending }) {
  return (
    <p class="meta failed" role="alert">
      <span>{say(reasonOf(entry))}</span>
      <button type="button" class="link" onClick={() => session.retry(entry.cmid)}>
        {say("try_again")}
      </button>
      <button type="button" class="link" onClick={() => session.discard(entry.cmid)}>
        {say("delete")}
      </button>
    </p>
  );
}

function reasonOf({ frame, code }: Pending): "too_long" | "not_sent" | "not_done" {
  if (frame.type !== "send") return "not_done";
  return code === "too_long" ? "too_long" : "not_sent";
}
