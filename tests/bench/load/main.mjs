// The load generator, a process of its own. One JSON line in says what to do; JSON lines out say when and how it went.
import { createInterface } from "node:readline";
import { closedLoop, enter, openLoop } from "./append.mjs";
import { idle, storm } from "./crowd.mjs";
import { tell } from "./figures.mjs";
import { check, paint, talk } from "./single.mjs";
import { bot, fanout } from "./turns.mjs";

async function append({ phases, ...how }) {
  const room = await enter(how);
  for (const phase of phases) {
    tell({ phase: phase.name, ...(await (phase.rate ? openLoop : closedLoop)(room, phase)) });
  }
  room.leave();
  return { sockets: room.sockets };
}

const WORK = { append, bot, check, fanout, idle, paint, storm, talk };

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const line = async () => JSON.parse((await lines.next()).value);

const { work, ...how } = await line();
tell({ done: await WORK[work](how, line) });
process.exit(0);
