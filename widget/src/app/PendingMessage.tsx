/** @jsxImportSource ../dom */
import type { Pending } from "../../../chat/client/types";
import { session } from "../chat";
import { say } from "../words";
import { writeAgain } from "./Composer";

/** A message that isn't confirmed: dashed, with what becomes of it. */
export function PendingMessage({ entry }: { entry: Pending }) {
  if (entry.frame.type !== "send") return null;
  return (
    <div class="you">
      <div class="bubble unsent">
        <p dir="auto">{entry.frame.text}</p>
      </div>
      {entry.state === "failed" ? <Failed entry={entry} /> : <p class="meta">{underWay(entry)}</p>}
    </div>
  );
}

/** What was refused for now waits for its next try, and says so. */
export function underWay({ code }: Pending): string {
  return !code && session.connection.value.kind === "online" ? say.sending : say.waits;
}

/** Also for what was asked for without words, such as a person. */
export function Failed({ entry }: { entry: Pending }) {
  return (
    <p class="meta failed" role="alert">
      <span>{reasonOf(entry)}</span>
      <Again entry={entry} />
      <button type="button" class="link" onClick={() => session.discard(entry.cmid)}>
        {say.delete}
      </button>
    </p>
  );
}

/** The same again would be refused again, where it is the words that don't fit: those go back to where they were written. */
function Again({ entry: { cmid, code, frame } }: { entry: Pending }) {
  const wordsDoNotFit = frame.type === "send" && (code === "too_long" || code === "bad_field");
  const takeBack = () => {
    session.discard(cmid);
    if (frame.type === "send") writeAgain(frame.text);
  };
  return (
    <button type="button" class="link" onClick={wordsDoNotFit ? takeBack : () => session.retry(cmid)}>
      {wordsDoNotFit ? say.change : say.try_again}
    </button>
  );
}

function reasonOf({ frame, code }: Pending): string {
  if (frame.type !== "send") return say.not_done;
  return code === "too_long" ? say.too_long : say.not_sent;
}
