import type { Presence } from "../../../chat/client/types";
import { say } from "../words";

/** Known to have left the page. */
export const isGone = (presence: Presence | null): presence is Presence => presence !== null && !presence.here;

/** Whether an answer is read now, and where it goes if not. */
export function presenceWords({ here, email }: Presence): string {
  if (here) return say("reach_here");
  return email === null ? say("reach_nowhere") : say("reach_email", { email });
}
