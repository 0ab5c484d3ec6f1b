import { useComputed } from "@preact/signals";
import type { AgentSession, Connection } from "../../chat/client/types";
import { isKey, say, sayFirst } from "./words";

/** What is said of the link; "" while all is well. */
export function linkWords(link: Connection): string {
  if (link.kind === "stopped") return sayFirst([`stopped_${link.why}`, "offline"]);
  return link.kind !== "online" && link.kind !== "idle" && isKey(link.kind) ? say(link.kind) : "";
}

/** A line over everything for as long as the server can't be reached. */
export function LinkState({ session }: { session: AgentSession }) {
  const words = useComputed(() => linkWords(session.connection.value));
  const link = session.connection.value;
  return (
    <div class={words.value ? "link-state" : "hush"} role="status">
      {words}
      {link.kind === "stopped" && (
        <button type="button" class="button" onClick={() => location.reload()}>
          {say(link.why === "credential_refused" ? "sign_in" : "reload")}
        </button>
      )}
    </div>
  );
}
