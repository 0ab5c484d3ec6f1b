// One thing after the other: first paint, and the proof that a system does the work.
import { enter } from "./append.mjs";
import { DIALECTS, textOf } from "./dialects.mjs";
import { clock, latencies, since, sleep, tell } from "./figures.mjs";

/** Each visitor says ``times`` things, one after the other. */
export async function talk({ dialect, url, cast, times }) {
  const { writers, ledger, hooks, leave } = await enter({ dialect, url, cast }, 1);
  await Promise.all(
    writers.map(
      (_, index) =>
        new Promise((resolve) => {
          let left = times;
          const before = hooks.acked;
          hooks.acked = (who, n) => {
            if (who !== index) return before(who, n);
            if (--left) writers[index].send(ledger.begin());
            else resolve();
          };
          writers[index].send(ledger.begin());
        }),
    ),
  );
  leave();
  return {};
}

/** One visitor after the other opens the panel; painted when the whole history is there. */
export async function paint({ dialect, url, cast, times }) {
  const speak = DIALECTS[dialect](url);
  const [sample, begun] = [[], clock()];
  let events = 0;
  tell({ at: "begin" });
  for (let n = 0; n < times; n++) {
    const who = cast.visitors[n % cast.visitors.length];
    const from = performance.now();
    let painted;
    const whole = new Promise((resolve) => {
      painted = resolve;
    });
    const link = await speak.visitor(who, (kind, found) => kind === "resumed" && painted(found));
    link.history(who.conversation);
    events = await whole;
    sample.push(performance.now() - from);
    link.close();
  }
  tell({ at: "end" });
  return { ...since(begun), acked: times, events, ack: latencies(sample) };
}

/** Two tabs and an agent: an ack has a seq, the same cmid gets the same seq again, and everybody hears it once. */
export async function check({ dialect, url, cast }) {
  const few = { ...cast, visitors: cast.visitors.slice(0, 3), agents: cast.agents.slice(0, 1) };
  const { writers, ledger, hooks, leave } = await enter({ dialect, url, cast: few });
  const next = () =>
    new Promise((resolve) => {
      hooks.acked = (_, n) => resolve(ledger.seqs[n]);
    });
  const say = async (n, cmid) => {
    const answer = next();
    writers[0].send(n, textOf(n), cmid);
    return answer;
  };
  const cmid = `7a5f0d8e-0b1c-4c39-9d55-${(0).toString(16).padStart(12, "0")}`;
  ledger.begin();
  const first = await say(0, cmid);
  const again = await say(0, cmid);
  const second = await say(ledger.begin());
  await sleep(300);
  leave();
  return { deduplicates: first === again, numbers: second === first + 1, heard: ledger.heard };
}
