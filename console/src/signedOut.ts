import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { AgentSession } from "../../chat/client/types";

/** Asks the page itself, since a socket refused before it opens looks just like a dead network. */
async function isSignedOut(): Promise<boolean> {
  try {
    const answer = await fetch(location.pathname, { method: "HEAD", redirect: "manual", cache: "no-store" });
    return answer.type === "opaqueredirect" || answer.status === 403;
  } catch {
    return false;
  }
}

/** True once the server says that nobody is signed in here any more. */
export function watchSignIn(session: AgentSession): ReadonlySignal<boolean> {
  const out = signal(false);
  effect(() => {
    const { kind } = session.connection.value;
    if (kind === "online") out.value = false;
    if (kind === "offline" || kind === "stopped") {
      void isSignedOut().then((answer) => {
        out.value = answer;
      });
    }
  });
  return out;
}
