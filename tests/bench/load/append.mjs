// W1: visitors write; each message is acked, and heard by the visitor's other tab and by the agent who holds the chat.
import { DIALECTS } from "./dialects.mjs";
import { clock, latencies, since, sleep, tell } from "./figures.mjs";

/** How long what was acked may still be under way before it counts as missing. */
const STRAGGLERS = 3000;

/** One message from its sending to its last delivery, in arrays by number. */
class Ledger {
  sent = [];
  ack = [];
  heard = [];
  seqs = [];
  refused = 0;

  constructor(deliveries) {
    this.deliveries = deliveries;
  }
  begin() {
    this.sent.push(performance.now());
    this.heard.push(0);
    return this.sent.length - 1;
  }
}

/** All sockets of the cast: ``writers`` are the first tabs. */
export async function enter({ dialect, url, cast }, tabs = 2) {
  const speak = DIALECTS[dialect](url);
  const ledger = new Ledger(tabs - 1 + 1);
  const hooks = { acked: () => {}, delivered: () => {} };
  const heard = (kind, n) => {
    if (kind !== "message" || ledger.sent[n] === undefined) return;
    ledger.heard[n]++;
    hooks.delivered(n);
  };
  const close = [];
  for (const agent of cast.agents) close.push(await speak.agent(agent, heard));
  const writers = [];
  for (const who of cast.visitors) {
    const index = writers.length;
    const link = await speak.visitor(who, (kind, n, seq) => {
      if (kind === "ack") {
        ledger.ack[n] = performance.now();
        ledger.seqs[n] = seq;
        hooks.acked(index, n);
      } else if (kind === "refused") {
        ledger.refused++;
        ledger.why ??= seq;
        hooks.refused?.(index);
      }
    });
    writers.push(link);
    close.push(link);
    for (let tab = 1; tab < tabs; tab++) close.push(await speak.visitor(who, heard));
  }
  return { writers, ledger, hooks, sockets: close.length, leave: () => close.map((link) => link.close()) };
}

/** Each writer has exactly one message on its way. */
export async function closedLoop(room, { warm, seconds }) {
  const { writers, ledger, hooks } = room;
  let sending = true;
  const write = (index) => sending && writers[index].send(ledger.begin());
  hooks.acked = write;
  hooks.refused = (index) => setTimeout(write, 100, index);
  for (const index of writers.keys()) write(index);
  const figures = await inWindow(room, { warm, seconds });
  sending = false;
  return settled(room, figures);
}

/** ``rate`` messages a second whatever the system does; time counts from when a message was due. */
export async function openLoop(room, { warm, seconds, rate }) {
  const { writers, ledger, hooks } = room;
  const queues = writers.map(() => []);
  const busy = writers.map(() => false);
  const begun = performance.now();
  let due = 0;
  const next = (index) => {
    const n = queues[index].shift();
    busy[index] = n !== undefined;
    if (busy[index]) writers[index].send(n);
  };
  hooks.acked = next;
  const timer = setInterval(() => {
    for (const wanted = ((performance.now() - begun) / 1000) * rate; due < wanted; due++) {
      const index = due % writers.length;
      queues[index].push(ledger.begin());
      if (!busy[index]) next(index);
    }
  }, 1);
  const figures = await inWindow(room, { warm, seconds });
  clearInterval(timer);
  return settled(room, figures);
}

async function inWindow({ ledger, hooks }, { warm, seconds }) {
  const delivery = [];
  let open = false;
  hooks.delivered = (n) => open && delivery.push(performance.now() - ledger.sent[n]);
  await sleep(warm * 1000);
  const [begun, first] = [clock(), performance.now()];
  tell({ at: "begin" });
  open = true;
  await sleep(seconds * 1000);
  open = false;
  const [measured, last] = [since(begun), performance.now()];
  tell({ at: "end" });
  const inside = [...ledger.ack.keys()].filter((n) => ledger.ack[n] >= first && ledger.ack[n] < last);
  const rate = inside.length / measured.seconds;
  const ack = latencies(inside.map((n) => ledger.ack[n] - ledger.sent[n]));
  return { ...measured, acked: inside.length, rate, ack, delivery: latencies(delivery) };
}

/** Whatever was acked must have been heard everywhere in the end: pushes are hints, but nothing here cuts a line. */
async function settled({ ledger, hooks }, figures) {
  hooks.delivered = () => {};
  const missing = () => ledger.sent.filter((_, n) => ledger.heard[n] < ledger.deliveries).length;
  const until = performance.now() + STRAGGLERS;
  while (missing() && performance.now() < until) await sleep(20);
  const lost = missing();
  const { sent, refused, why } = ledger;
  const answered = ledger.ack.filter(() => true).length;
  Object.assign(ledger, { refused: 0, why: undefined });
  return { ...figures, sent: sent.length, answered, missing: lost, refused, why };
}
