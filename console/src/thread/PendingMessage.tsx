import type { Pending, Watched } from "../../../chat/client/types";
import { unsentReason } from "../problems";
import { say } from "../words";

/** Words that the server hasn't confirmed: a dashed outline until it has, and a way on when it refused. */
export function PendingMessage({ pending, watched }: { pending: Pending; watched: Watched }) {
  if (pending.frame.type !== "send") return null;
  const failed = pending.state === "failed";
  return (
    <li class={`said agent unsent ${pending.state}`}>
      <div>
        <p class="by">{failed ? "" : say("sending")}</p>
        <p class="bubble" dir="auto">
          {pending.frame.text}
        </p>
        {failed && <Failed pending={pending} watched={watched} />}
      </div>
    </li>
  );
}

function Failed({ pending, watched }: { pending: Pending; watched: Watched }) {
  return (
    <p class="failed" role="alert">
      {say("not_sent", { why: unsentReason(pending.code) })}{" "}
      <button type="button" class="button" onClick={() => watched.retry(pending.cmid)}>
        {say("try_again")}
      </button>{" "}
      <button type="button" class="button" onClick={() => watched.discard(pending.cmid)}>
        {say("delete")}
      </button>
    </p>
  );
}
