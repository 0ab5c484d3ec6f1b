import { expect, test } from "vitest";
import { backoff } from "../../chat/client/backoff";
import { type Effect, type Input, idle, type Machine, step } from "../../chat/client/connection";

const opened: Input = { type: "opened" };
const welcome: Input = { type: "welcome" };
const connect: Input = { type: "connect" };
const timer: Input = { type: "timer" };
const closed = (code: number): Input => ({ type: "closed", code });

/** Plays inputs one second apart, with the highest jitter. */
function play(...inputs: Input[]): { machine: Machine; effects: Effect[] } {
  let machine = idle;
  let effects: Effect[] = [];
  for (const [second, input] of inputs.entries()) {
    [machine, effects] = step(machine, input, { now: second * 1000, random: 1 });
  }
  return { machine, effects };
}

const online = [connect, opened, welcome];
const failed = [connect, closed(1006)];

test.each<[string, Input[], Machine["phase"], Effect["do"][]]>([
  ["connecting opens a socket", [connect], "connecting", ["open", "timer"]],
  ["hello goes first", [connect, opened], "greeting", ["hello"]],
  ["only a welcome makes it online", online, "online", ["timer"]],
  ["every frame winds the watchdog", [...online, { type: "frame" }], "online", ["timer"]],
  ["45 silent seconds are a dead link", [...online, timer], "waiting", ["drop", "timer"]],
  ["a socket that doesn't open in time is given up", [connect, timer], "waiting", ["drop", "timer"]],
  ["after the delay it tries again", [...failed, timer], "connecting", ["open", "timer"]],
  ["a wake doesn't wait for the delay", [...failed, { type: "wake" }], "connecting", ["open", "timer"]],
  ["a wake asks a live link for a sign of life", [...online, { type: "wake" }], "online", ["probe", "timer"]],
  ["no sign of life in time is a dead link", [...online, { type: "wake" }, timer], "waiting", ["drop", "timer"]],
  ["1012: come back", [...online, closed(1012)], "waiting", ["drop", "timer"]],
  ["4008: come back and resume", [...online, closed(4008)], "waiting", ["drop", "timer"]],
  ["4001 stops", [...online, closed(4001)], "stopped", ["drop", "poll"]],
  ["4003 stops", [...online, closed(4003)], "stopped", ["drop", "poll"]],
  ["an unsupported protocol stops", [connect, opened, { type: "unsupported" }], "stopped", ["drop", "poll"]],
  ["leaving the page closes", [...online, { type: "suspend" }], "idle", ["drop", "poll"]],
  ["a late close of a dropped socket means nothing", [...failed, closed(1006)], "waiting", []],
])("%s", (_name, inputs, phase, effects) => {
  const end = play(...inputs);
  expect(end.machine.phase).toBe(phase);
  expect(end.effects.map((effect) => effect.do)).toEqual(effects);
});

test("4001 because the hello came too late is a slow line, not a refusal", () => {
  const greeting = play(connect, opened).machine;
  const [machine] = step(greeting, closed(4001), { now: 6000, random: 1 });
  expect(machine.phase).toBe("waiting");
});

test("the server's goodbye says when to come back", () => {
  const { effects } = play(...online, { type: "bye", code: 4029, retryAfter: 12 }, closed(4029));
  expect(effects).toContainEqual({ do: "timer", ms: 12_000 });
});

test("a server that restarts is tried again every two seconds, for a while", () => {
  const restart: Input = { type: "bye", code: 4010, retryAfter: 1 };
  const misses = [timer, closed(1006), timer, closed(1006), timer, closed(1006)];
  const soon = play(...online, restart, closed(4010), ...misses);
  expect(soon.effects).toContainEqual({ do: "timer", ms: 2000 });
  const [, later] = step({ ...soon.machine, phase: "connecting" }, closed(1006), { now: 60_000, random: 1 });
  expect(later).toContainEqual({ do: "timer", ms: 16_000 });
});

test("after three tries without a welcome it polls beside trying on, until a socket works", () => {
  const misses = [...failed, timer, closed(1006), timer];
  expect(play(...misses, closed(1006)).effects).toContainEqual({ do: "poll", on: true });
  expect(play(...misses, closed(1006), timer, opened, welcome).effects).toContainEqual({ do: "poll", on: false });
});

test("only a connection that held starts the backoff anew", () => {
  const flapping = play(...failed, timer, opened, welcome, closed(1006));
  expect(flapping.machine.attempt).toBe(2);
  const [held] = step(play(...failed, timer, opened, welcome).machine, closed(1006), { now: 60_000, random: 1 });
  expect(held.attempt).toBe(1);
});

test("reconnects spread between half a second and thirty, without end", () => {
  expect(backoff(0, 0)).toBe(500);
  expect(backoff(0, 1)).toBe(1000);
  expect(backoff(1000, 1)).toBe(30_000);
  expect(backoff(1000, 0.5)).toBe(15_000);
});
