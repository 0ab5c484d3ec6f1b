// What a phase of load came to, as plain numbers.

const round = (value, digits = 3) => Math.round(value * 10 ** digits) / 10 ** digits;

/** Milliseconds below which ``share`` of the sample lies; null for an empty one. ``sorted`` ascends. */
export const percentile = (sorted, share) =>
  sorted.length ? round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]) : null;

export function latencies(sample) {
  const sorted = Float64Array.from(sample).sort();
  return { p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99), max: round(sorted.at(-1) ?? 0) };
}

/** The generator's own share of one core since ``begun`` (from ``clock()``): near 1, it measures itself. */
export function clock() {
  return { at: performance.now(), cpu: process.cpuUsage() };
}

export function since(begun) {
  const { user, system } = process.cpuUsage(begun.cpu);
  const seconds = (performance.now() - begun.at) / 1000;
  return { seconds: round(seconds), generator: round((user + system) / 1e6 / seconds) };
}

/** One line for whoever started us. */
export function tell(what) {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Opens ``items`` with at most ``width`` on their way. */
export async function each(items, width, work) {
  let next = 0;
  const lane = async () => {
    while (next < items.length) await work(items[next], next++);
  };
  await Promise.all(Array.from({ length: width }, lane));
}
