// W3 (idle sockets) and the storm after a restart.
import { DIALECTS } from "./dialects.mjs";
import { clock, each, latencies, since, sleep, tell } from "./figures.mjs";

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
