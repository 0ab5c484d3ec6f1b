import type { ReadonlySignal } from "@preact/signals";
import type { AgentSession, Connection } from "../../chat/client/types";
import { isKey, say, sayFirst } from "./words";

/** What is said of the link; "" while all is well. */
export function linkWords(link: Connection, signedOut: boolean): string {
  if (signedOut) return say("stopped_credential_refused");
  if (link.kind === "stopped") return sayFirst([`stopped_${link.why}`, "offline"]);
  return link.kind !== "online" && link.kind !== "idle" && isKey(link.kind) ? say(link.kind) : "";
}

/** A line over everything for as long as the server can't be reached. */
export function LinkState({ session, signedOut }: { session: AgentSession; signedOut: ReadonlySignal<boolean> }) {
  const link = session.connection.value;
  const words = linkWords(link, signedOut.value);
  const out = signedOut.value || (link.kind === "stopped" && link.why === "credential_refused");
  return (
    <div class={words ? "link-state" : "hush"} role="status">
      {words}
      {(out || link.kind === "stopped") && (
        <button type="button" class="button" onClick={() => location.reload()}>
          {say(out ? "sign_in" : "reload")}
        </button>
      )}
    </div>
  );
}
