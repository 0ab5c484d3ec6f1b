import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { AgentSession, Connection } from "../../chat/client/types";

export type Ended = "signed_out" | "no_access";

/** Asks the page itself, since a socket refused before it opens looks just like a dead network. */
async function askPage(): Promise<Ended | null> {
  try {
    const answer = await fetch(location.pathname, { method: "HEAD", redirect: "manual", cache: "no-store" });
    if (answer.type === "opaqueredirect") return "signed_out";
    return answer.status === 403 ? "no_access" : null;
  } catch {
    return null;
  }
}

/** Signing out and losing one's place close the socket with the same code: the page knows which it was. */
async function whyEnded(link: Connection): Promise<Ended | null> {
  if (link.kind === "stopped" && link.why === "credential_refused") return "signed_out";
  const told = await askPage();
  return told ?? (link.kind === "stopped" && link.why === "forbidden" ? "no_access" : null);
}

/** Set once the server says that nobody is signed in here any more, or has no place at this site. */
export function watchSignIn(session: AgentSession): ReadonlySignal<Ended | null> {
  const ended = signal<Ended | null>(null);
  effect(() => {
    const link = session.connection.value;
    if (link.kind === "online") ended.value = null;
    if (link.kind !== "offline" && link.kind !== "stopped") return;
    void whyEnded(link).then((why) => {
      ended.value = why;
    });
  });
  return ended;
}
