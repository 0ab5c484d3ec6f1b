// W2 (bot turn), W3 (idle sockets), W4 (fan-out), first paint, the storm, and the proof that a system does the work.
import { enter } from "./append.mjs";
import { DIALECTS, textOf } from "./dialects.mjs";
import { clock, latencies, since, sleep, tell } from "./figures.mjs";

/** Opens ``items`` with at most ``width`` on their way. */
async function each(items, width, work) {
  let next = 0;
  const lane = async () => {
    while (next < items.length) await work(items[next], next++);
  };
  await Promise.all(Array.from({ length: width }, lane));
}

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

/** Opens everybody's socket and holds them until told to go on. */
export async function idle({ dialect, url, cast }, goOn) {
  const speak = DIALECTS[dialect](url);
  const begun = clock();
  const few = await speak.visitor(cast.visitors[0], () => {});
  tell({ at: "begin" });
  await goOn();
  const links = [few];
  await each(cast.visitors.slice(1), 50, async (who) => links.push(await speak.visitor(who, () => {})));
  tell({ at: "end", sockets: links.length - 1 });
  await goOn();
  for (const link of links) link.close();
  return { ...since(begun), sockets: links.length };
}

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

/** As ``idle``; then the server is restarted; everybody comes back as the protocol says. */
export async function storm({ dialect, url, cast }, goOn) {
  const speak = DIALECTS[dialect](url);
  const back = new Array(cast.visitors.length).fill(null);
  const resumes = [];
  let [failed, over] = [0, null];
  const done = new Promise((resolve) => {
    over = resolve;
  });
  let left = cast.visitors.length;
  let restarted = false;
  let hurried = 0;
  const links = [];
  async function come(who, index, tries = 0) {
    let retryAfter = 0.5;
    const begun = performance.now();
    const heard = (kind, value) => {
      if (kind === "bye") {
        retryAfter = Math.max(0.5, value);
        hurried = performance.now() + 15_000;
      }
      if (kind !== "resumed" || !restarted || back[index]) return;
      back[index] = Date.now();
      resumes.push(performance.now() - begun);
      if (--left === 0) over();
    };
    const again = (next, least) => {
      // A restart that was announced is short.
      const most = Math.min(performance.now() < hurried ? 2 : 30, 2 ** next);
      const wait = Math.max(least, Math.random() * most);
      setTimeout(come, wait * 1000, who, index, next);
    };
    try {
      // Only who was welcome has a link that can end; who was refused at the door tries again below.
      let welcome = false;
      const link = await speak.visitor(who, heard, () => welcome && restarted !== null && again(0, retryAfter));
      welcome = true;
      links[index] = link;
      link.history(who.conversation);
    } catch {
      failed++;
      again(tries + 1, 0.5);
    }
  }
  await come(cast.visitors[0], 0);
  tell({ at: "begin" });
  await goOn();
  await each(cast.visitors.slice(1), 50, (who, index) => come(who, index + 1));
  tell({ at: "end", sockets: cast.visitors.length - 1 });
  await goOn();
  restarted = true;
  tell({ at: "ready" });
  await Promise.race([done, sleep(120_000)]);
  restarted = null;
  for (const link of links) link?.close();
  const times = back.filter(Boolean).sort((a, b) => a - b);
  return { last: times.at(-1), half: times[times.length >> 1], missing: left, failed, ack: latencies(resumes) };
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
