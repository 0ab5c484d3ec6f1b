// W2 (bot turns) and W4 (fan-out).
import { enter } from "./append.mjs";
import { DIALECTS } from "./dialects.mjs";
import { clock, each, latencies, since, sleep, tell } from "./figures.mjs";

/** Every visitor has one question on its way; a turn is over when the bot's answer has come. */
export async function bot({ dialect, url, cast, warm, seconds }) {
  const speak = DIALECTS[dialect](url);
  const [asked, turns, links] = [[], [], []];
  let [open, asking, refused, n] = [false, true, 0, 0];
  // Each goes through the questions in order: who repeats one is handed to a person.
  // The first they have asked already, each another one.
  const place = cast.visitors.map((_, index) => index + 1);
  const ask = (index) => {
    asked[index] = performance.now();
    if (asking) links[index].send(n++, cast.questions[place[index]++ % cast.questions.length]);
  };
  await each(cast.visitors, 20, async (who, index) => {
    links[index] = await speak.visitor(who, (kind) => {
      if (kind === "refused") refused++;
      if (kind !== "bot") return;
      if (open) turns.push(performance.now() - asked[index]);
      ask(index);
    });
  });
  for (const index of links.keys()) ask(index);
  await sleep(warm * 1000);
  const begun = clock();
  tell({ at: "begin" });
  open = true;
  await sleep(seconds * 1000);
  open = asking = false;
  const measured = since(begun);
  tell({ at: "end" });
  const silent = asked.filter((at) => performance.now() - at > 3000).length;
  return {
    ...measured,
    acked: turns.length,
    rate: turns.length / measured.seconds,
    ack: latencies(turns),
    refused,
    silent,
  };
}

/** Each visitor writes again when all agents have heard the last message. */
export async function fanout({ dialect, url, cast, warm, seconds }) {
  const room = await enter({ dialect, url, cast }, 1);
  const { writers, ledger, hooks } = room;
  const all = cast.agents.length;
  let [open, sending, deliveries] = [false, true, 0];
  const owner = [];
  const write = (index) => {
    if (!sending) return;
    const n = ledger.begin();
    owner[n] = index;
    writers[index].send(n);
  };
  hooks.delivered = (n) => {
    if (open) deliveries++;
    if (ledger.heard[n] === all) write(owner[n]);
  };
  for (const index of writers.keys()) write(index);
  await sleep(warm * 1000);
  const begun = clock();
  tell({ at: "begin" });
  open = true;
  await sleep(seconds * 1000);
  open = sending = false;
  const measured = since(begun);
  tell({ at: "end" });
  await sleep(500);
  const missing = ledger.heard.filter((heard) => heard < all).length;
  room.leave();
  return { ...measured, acked: deliveries, rate: deliveries / measured.seconds, missing, refused: ledger.refused };
}
