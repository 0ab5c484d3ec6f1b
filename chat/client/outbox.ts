/**
 * Commands that aren't confirmed yet. Pure: times are milliseconds since the epoch.
 *
 * One command per lane (conversation) is on its way at a time, so that order survives refusals and retries; what
 * failed for good steps out of the lane and waits for the user.
 */
import type { Ack, ErrorCode, Refused } from "./generated/wire";
import type { Pending } from "./types";

export interface Command {
  readonly type: string;
  readonly cmid: string;
  readonly conversation?: string;
}

export interface Entry<C extends Command = Command> extends Pending<C> {
  /** When it was last handed to a connection that still lives; null: not on its way. */
  readonly sentAt: number | null;
  /** Not to be tried before. */
  readonly notBefore: number;
  readonly tries: number;
  /** Top seq when it was made: its event can only be newer. */
  readonly since: number;
  /** Seq of its first event, once the server confirmed it. Stays only until that event is here to be shown. */
  readonly seq: number | null;
}

export type Outbox<C extends Command = Command> = readonly Entry<C>[];

/** The server may do it later; everything else it will refuse again. */
const PASSING: readonly ErrorCode[] = ["unavailable", "rate_limited"];
const ANSWER_WITHIN = 10_000;
/** No server asks for more: whatever seems to wait longer waits for a time of day that the clock was set back from. */
const LONGEST_WAIT = 600_000;

export function newEntry<C extends Command>(frame: C, at: number, since: number): Entry<C> {
  const base = { cmid: frame.cmid, frame, at, since };
  return { ...base, state: "sending", code: null, sentAt: null, notBefore: 0, tries: 0, seq: null };
}

/** Adds what isn't there yet, in order of making. */
export function add<C extends Command>(outbox: Outbox<C>, entries: readonly Entry<C>[]): Outbox<C> {
  const known = new Set(outbox.map((entry) => entry.cmid));
  const unknown = entries.filter((entry) => !known.has(entry.cmid));
  return unknown.length ? [...outbox, ...unknown].sort((a, b) => a.at - b.at) : outbox;
}

export function acked<C extends Command>(outbox: Outbox<C>, ack: Pick<Ack, "cmid" | "seq">): Outbox<C> {
  return change(outbox, ack.cmid, (entry) => ({ ...entry, seq: ack.seq, sentAt: null, code: null }));
}

/** Lets go of confirmed commands of one lane whose events are here; `top` is the highest seq held. */
export function settled<C extends Command>(outbox: Outbox<C>, top: number, lane = ""): Outbox<C> {
  const done = (entry: Entry<C>) => entry.seq !== null && entry.seq <= top && laneOf(entry) === lane;
  return outbox.some(done) ? outbox.filter((entry) => !done(entry)) : outbox;
}

export function refused<C extends Command>(outbox: Outbox<C>, refusal: Refused, now: number): Outbox<C> {
  return change(outbox, refusal.cmid, (entry) => {
    if (!PASSING.includes(refusal.code)) return { ...entry, sentAt: null, state: "failed", code: refusal.code };
    const wait = 1000 * (refusal.retry_after ?? Math.min(30, 2 ** entry.tries));
    return { ...entry, sentAt: null, code: refusal.code, notBefore: now + wait };
  });
}

export function retry<C extends Command>(outbox: Outbox<C>, cmid: string): Outbox<C> {
  return change(outbox, cmid, (entry) => ({ ...entry, state: "sending", code: null, sentAt: null, notBefore: 0 }));
}

export function discard<C extends Command>(outbox: Outbox<C>, cmid: string): Outbox<C> {
  return outbox.filter((entry) => entry.cmid !== cmid);
}

/** The connection is gone, and with it the knowledge of what arrived. */
export function disconnected<C extends Command>(outbox: Outbox<C>): Outbox<C> {
  return outbox.map((entry) => ({ ...entry, sentAt: null }));
}

export function sent<C extends Command>(outbox: Outbox<C>, cmid: string, now: number): Outbox<C> {
  return change(outbox, cmid, (entry) => ({ ...entry, sentAt: now, tries: entry.tries + 1 }));
}

/** What to hand over now: the first of each lane, unless it is on its way or has to wait. */
export function due<C extends Command>(outbox: Outbox<C>, now: number): Entry<C>[] {
  const heads = new Map<string, Entry<C>>();
  for (const entry of outbox) {
    const lane = laneOf(entry);
    if (isOpen(entry) && !heads.has(lane)) heads.set(lane, entry);
  }
  return [...heads.values()].filter((entry) => !isUnderWay(entry, now) && !hasToWait(entry, now));
}

function laneOf(entry: Entry): string {
  return entry.frame.conversation ?? "";
}

function isOpen(entry: Entry): boolean {
  return entry.state === "sending" && entry.seq === null;
}

function isUnderWay(entry: Entry, now: number): boolean {
  return entry.sentAt !== null && Math.abs(now - entry.sentAt) < ANSWER_WITHIN;
}

function hasToWait(entry: Entry, now: number): boolean {
  return entry.notBefore > now && entry.notBefore < now + LONGEST_WAIT;
}

/** Milliseconds until something becomes due, null if nothing waits for the clock. */
export function nextDue(outbox: Outbox, now: number): number | null {
  const waits = outbox
    .filter((entry) => isOpen(entry) && entry.sentAt === null && hasToWait(entry, now))
    .map((entry) => entry.notBefore - now);
  return waits.length ? Math.min(...waits) : null;
}

function change<C extends Command>(
  outbox: Outbox<C>,
  cmid: string | null,
  edit: (entry: Entry<C>) => Entry<C>,
): Outbox<C> {
  return outbox.map((entry) => (entry.cmid === cmid ? edit(entry) : entry));
}
