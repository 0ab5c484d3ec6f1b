import type { Queue } from "../../../chat/client/generated/wire";
import type { View } from "../../../chat/client/types";
import { fill, minutes, say } from "../words";

/** The first estimate that was given in this handoff. */
const told: { handoff: View["handoff"]; minutes: number } = { handoff: null, minutes: 0 };

/** How long it takes, and by what that is known; nothing where nothing was measured. A longer wait is admitted. */
export function waitWords(handoff: View["handoff"], queue: Queue | null): string {
  const wait = queue?.wait;
  if (!wait) return "";
  if (told.handoff !== handoff) Object.assign(told, { handoff, minutes: wait.minutes });
  const time = minutes(wait.minutes);
  return wait.minutes > told.minutes ? fill(say.wait_longer, { time }) : fill(say.wait_of, { time, n: wait.measured });
}
