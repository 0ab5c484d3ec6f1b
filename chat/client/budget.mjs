// What the widget may weigh on the page of somebody else: bytes, gzip -9, JS, CSS and words.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Loaded with the page; and in all, once a visitor has opened the panel. */
const LAUNCHER = 4096;
const OPENED = 25600;

async function gzipped(folder, path) {
  return gzipSync(await readFile(join(folder, path)), { level: 9 }).length;
}

/** With the longest of its languages: every visitor loads one. */
async function weigh(folder, { js, css, imports, words }) {
  const own = await Promise.all([js, ...(css ? [css] : []), ...imports].map((path) => gzipped(folder, path)));
  const languages = await Promise.all(Object.values(words).map((path) => gzipped(folder, path)));
  return own.reduce((sum, bytes) => sum + bytes, Math.max(0, ...languages));
}

/** Prints the weight of each entry of the manifest; true if the widget keeps to its budget. */
export async function withinBudget(folder, manifest) {
  const weighed = Object.entries(manifest).map(async ([name, entry]) => [name, await weigh(folder, entry)]);
  const weights = Object.fromEntries(await Promise.all(weighed));
  const { widget = 0, frame = 0 } = weights;
  const list = Object.entries(weights).map(([name, bytes]) => `${name} ${bytes}`);
  console.log(`build: ${list.join(" · ")} bytes gzipped; launcher ≤ ${LAUNCHER}, opened ${widget + frame} ≤ ${OPENED}`);
  return widget <= LAUNCHER && widget + frame <= OPENED;
}
