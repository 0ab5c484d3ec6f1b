import { RECONNECT_MAX, RECONNECT_MIN } from "./generated/constants";

/** Milliseconds until try number `attempt` (0 is the first repetition): full jitter, so that a crowd spreads out. */
export function backoff(attempt: number, random: number): number {
  const ceiling = Math.min(RECONNECT_MAX, RECONNECT_MIN * 2 ** (attempt + 1));
  return 1000 * Math.max(RECONNECT_MIN, ceiling * random);
}
