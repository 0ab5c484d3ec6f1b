import { say } from "./words";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** After so many minutes without a person's answer the server calls a chat late. */
export const LATE_MINUTES = 3;

const two = (n: number): string => String(n).padStart(2, "0");

/** How long somebody waits, ticking: "2:40", from an hour on "1 h 05". `ms` below 0 counts as 0. */
export function ticks(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 3600) return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
  return say("hours_minutes", { h: Math.floor(seconds / 3600), m: two(Math.floor(seconds / 60) % 60) });
}

/** How long ago: "now", "4 min", "2 h", then the day. */
export function ago(at: string, now: number): string {
  const ms = now - Date.parse(at);
  if (ms < MINUTE) return say("now");
  if (ms < HOUR) return say("minutes", { n: Math.floor(ms / MINUTE) });
  if (ms < DAY) return say("hours", { n: Math.floor(ms / HOUR) });
  return new Date(at).toLocaleDateString(undefined, { day: "numeric", month: "short" });
}

export function clock(at: string): string {
  const time = new Date(at).toLocaleTimeString(undefined, { hour: "numeric", minute: "2-digit" });
  // A time is one word: "AM" doesn't start a line.
  return time.replace(/ /g, "\u00a0");
}

/** The clock time today, with the weekday within the week around, else with the date. */
export function clockAndDay(at: string, now: number): string {
  if (new Date(at).toDateString() === new Date(now).toDateString()) return clock(at);
  const near = Math.abs(Date.parse(at) - now) < 6 * DAY;
  const day = new Date(at).toLocaleDateString(
    undefined,
    near ? { weekday: "short" } : { day: "numeric", month: "short" },
  );
  return `${day} ${clock(at)}`;
}
