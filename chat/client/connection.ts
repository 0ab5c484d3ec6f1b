/**
 * The life of one connection as a pure machine: inputs in, effects out, no clock and no socket.
 * Times are milliseconds of any steady clock.
 */
import { backoff } from "./backoff";
import { CLOSE, DEAD_AFTER, HELLO_WITHIN } from "./generated/constants";
import type { StopReason } from "./types";

export type Phase = "idle" | "connecting" | "greeting" | "online" | "waiting" | "stopped";

export interface Machine {
  readonly phase: Phase;
  /** When the phase began. */
  readonly since: number;
  /** Tries since the last connection that held; sets the backoff. */
  readonly attempt: number;
  /** Tries since the last welcome; after some of them WebSockets count as blocked. */
  readonly misses: number;
  readonly polling: boolean;
  /** The server said goodbye, and after how many milliseconds to come back. */
  readonly comeBackIn: number | null;
  /** Until then the server is expected back any moment. */
  readonly soonUntil: number;
  readonly why: StopReason | null;
}

export type Input =
  | { type: "connect" }
  | { type: "opened" }
  | { type: "welcome" }
  | { type: "frame" }
  | { type: "bye"; code: number; retryAfter: number | null }
  | { type: "closed"; code: number }
  | { type: "unsupported" }
  | { type: "timer" }
  | { type: "wake" }
  | { type: "suspend" };

/** `drop` closes the socket and forgets it; `timer` replaces the timer before it. `probe` asks for a sign of life. */
export type Effect =
  | { do: "open" }
  | { do: "hello" }
  | { do: "drop" }
  | { do: "probe" }
  | { do: "timer"; ms: number }
  | { do: "poll"; on: boolean };

export interface Chance {
  readonly now: number;
  /** In 0..1. */
  readonly random: number;
}

type Step = [Machine, Effect[]];

const CONNECT_WITHIN = 10_000;
const PROBE_WITHIN = 4_000;
/** A connection that held this long was a good one: the next backoff starts anew. */
const STABLE_AFTER = 5_000;
const POLL_AFTER_MISSES = 3;
const DEAD = DEAD_AFTER * 1000;
/** A restart takes seconds: for so long after it was announced, nobody waits longer than two between tries. */
const RESTARTS_WITHIN = 15_000;
const SOON = 1;

export const idle: Machine = {
  phase: "idle",
  since: 0,
  attempt: 0,
  misses: 0,
  polling: false,
  comeBackIn: null,
  soonUntil: 0,
  why: null,
};

export function step(machine: Machine, input: Input, chance: Chance): Step {
  switch (input.type) {
    case "connect":
      return machine.phase === "idle" || machine.phase === "stopped" ? open(idle, chance) : [machine, []];
    case "opened":
      return machine.phase === "connecting" ? enter(machine, "greeting", chance, [{ do: "hello" }]) : [machine, []];
    case "welcome":
      return welcome(machine, chance);
    case "frame":
      return machine.phase === "online" ? [machine, [{ do: "timer", ms: DEAD }]] : [machine, []];
    case "bye":
      return [goodbye(machine, input, chance), []];
    case "closed":
      return isLive(machine) ? closed(machine, input.code, chance) : [machine, []];
    case "unsupported":
      return stop(machine, "protocol_unsupported", chance);
    case "timer":
      return timer(machine, chance);
    case "wake":
      return wake(machine, chance);
    case "suspend":
      return [{ ...idle }, [{ do: "drop" }, { do: "poll", on: false }]];
  }
}

function isLive(machine: Machine): boolean {
  return machine.phase === "connecting" || machine.phase === "greeting" || machine.phase === "online";
}

function enter(machine: Machine, phase: Phase, chance: Chance, effects: Effect[]): Step {
  return [{ ...machine, phase, since: chance.now }, effects];
}

function open(machine: Machine, chance: Chance): Step {
  return enter(machine, "connecting", chance, [{ do: "open" }, { do: "timer", ms: CONNECT_WITHIN }]);
}

function welcome(machine: Machine, chance: Chance): Step {
  if (machine.phase !== "greeting") return [machine, []];
  const effects: Effect[] = [{ do: "timer", ms: DEAD }];
  if (machine.polling) effects.push({ do: "poll", on: false });
  return enter({ ...machine, misses: 0, polling: false }, "online", chance, effects);
}

function goodbye(machine: Machine, bye: Input & { type: "bye" }, chance: Chance): Machine {
  const comeBackIn = bye.retryAfter === null ? null : bye.retryAfter * 1000;
  const restarts = bye.code === CLOSE.RESTART || bye.code === CLOSE.RECONNECT;
  return { ...machine, comeBackIn, soonUntil: restarts ? chance.now + RESTARTS_WITHIN : 0 };
}

function closed(machine: Machine, code: number, chance: Chance): Step {
  if (code === CLOSE.FORBIDDEN) return stop(machine, "forbidden", chance);
  if (code === CLOSE.CREDENTIAL_REFUSED && !helloWasLate(machine, chance)) {
    return stop(machine, "credential_refused", chance);
  }
  return retry(machine, chance);
}

/** 4001 is also how the server leaves a client whose hello took too long: on a slow line that is no refusal. */
function helloWasLate(machine: Machine, chance: Chance): boolean {
  return machine.phase === "greeting" && chance.now - machine.since >= HELLO_WITHIN * 1000 - 500;
}

function retry(machine: Machine, chance: Chance): Step {
  const held = machine.phase === "online" && chance.now - machine.since >= STABLE_AFTER;
  const attempt = held ? 0 : machine.attempt;
  const misses = machine.phase === "online" ? machine.misses : machine.misses + 1;
  const polling = misses >= POLL_AFTER_MISSES;
  const patience = chance.now < machine.soonUntil ? Math.min(attempt, SOON) : attempt;
  const delay = Math.max(machine.comeBackIn ?? 0, backoff(patience, chance.random));
  const effects: Effect[] = [{ do: "drop" }, { do: "timer", ms: delay }];
  if (polling && !machine.polling) effects.push({ do: "poll", on: true });
  const next = { ...machine, attempt: attempt + 1, misses, polling, comeBackIn: null };
  return enter(next, "waiting", chance, effects);
}

function stop(machine: Machine, why: StopReason, chance: Chance): Step {
  return enter({ ...machine, why, polling: false }, "stopped", chance, [{ do: "drop" }, { do: "poll", on: false }]);
}

function timer(machine: Machine, chance: Chance): Step {
  if (machine.phase === "waiting") return open(machine, chance);
  return isLive(machine) ? retry(machine, chance) : [machine, []];
}

/** The tab, the page or the network came back. What the timers said while we slept means nothing. */
function wake(machine: Machine, chance: Chance): Step {
  if (machine.phase === "waiting") return open(machine, chance);
  if (machine.phase !== "online") return [machine, []];
  return [machine, [{ do: "probe" }, { do: "timer", ms: PROBE_WITHIN }]];
}
