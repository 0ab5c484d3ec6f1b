// Bundles both doors into build/ and refuses a widget that outgrew its budget. Run by `npm run build`.
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { withinBudget } from "./budget.mjs";
import { squeeze } from "./squeeze.mjs";

const OUT = "build";
const CATALOGUES = "chat/client/strings/";
const WIRE = "chat/client/generated/wire.ts";

/** The loader keeps its name and runs on pages that we know nothing about: one plain script. */
const LOADER = { format: "iife", target: "es2022" };
/** Each app is bundled alone: what they shared would bring the console's part of it into the widget. */
const APP = {
  entryNames: "assets/[name]-[hash]",
  chunkNames: "assets/[name]-[hash]",
  assetNames: "assets/[name]-[hash]",
  format: "esm",
  splitting: true,
  target: "es2022",
};
/** The widget's words get short names; not the bot's, which the server calls by name, and none that is a frame's field, too. */
const [english, wire] = await Promise.all([`${CATALOGUES}en.ts`, WIRE].map((path) => readFile(path, "utf8")));
const names = Array.from(english.matchAll(/^ {2}(?!bot_)(\w+_\w+):/gm), ([, name]) => name).filter(
  (name) => !wire.includes(`${name}:`) && !wire.includes(`${name}?:`),
);
/** So do words of one part, and the client's own fields and methods that neither a frame, a store nor the page sees. */
const own =
  "phase asker closesAt onFrame onProbe onMoved onDown comeBackIn misses soonUntil nextRef mailbox foreign mayWork " +
  "sayTyping isMine polling retryAfter retryAt onGranted keepIn hasRead markRead leaveMessage thread expected attempt lasting " +
  "readUpTo dispose askPerson askBot cancelHandoff fallback loaded pending feed forget acquire isTyping onWorks transcript " +
  "boundary happened renew restore restart begin held flush suspend compare follow " +
  "bot_back bot_back_note bot_badge nobody answered idle stopped offline online reopened change talk";
const FRAME = { ...APP, mangleProps: new RegExp(`^(${[...names, ...own.split(" ")].join("|")})$`) };
/** `light`: somebody else pays for each byte. */
const ENTRIES = [
  { name: "widget", source: "widget/src/loader.ts", how: LOADER, light: true },
  { name: "frame", source: "widget/src/frame.tsx", how: FRAME, light: true },
  { name: "console", source: "console/src/main.tsx", how: APP },
];

const inBuild = (path) => path.slice(OUT.length + 1);

/**
 * One entry's {js, css, imports, words}, as paths below build/; `imports` are the chunks it cannot start without,
 * `words` its catalogues by language, of which each visitor loads one.
 */
function describe({ outputs }, source) {
  const [path, { cssBundle, imports }] = Object.entries(outputs).find(([, output]) => output.entryPoint === source);
  const words = Object.entries(outputs).filter(([, { entryPoint }]) => entryPoint?.startsWith(CATALOGUES));
  return {
    js: inBuild(path),
    ...(cssBundle && { css: inBuild(cssBundle) }),
    imports: imports.filter(({ kind }) => kind === "import-statement").map((part) => inBuild(part.path)),
    words: Object.fromEntries(words.map(([part, { entryPoint }]) => [basename(entryPoint, ".ts"), inBuild(part)])),
  };
}

async function bundle({ name, source, how, light }) {
  const { metafile } = await build({
    ...how,
    entryPoints: { [name]: source },
    outdir: OUT,
    bundle: true,
    minify: true,
    metafile: true,
    legalComments: "none",
    // Arabic as escapes weighs twice; both are served as UTF-8.
    charset: "utf8",
    logLevel: "warning",
    define: { "process.env.NODE_ENV": '"production"' },
    jsx: "automatic",
    jsxImportSource: "preact",
  });
  if (light) await squeeze(Object.keys(metafile.outputs));
  return { name, parts: describe(metafile, source), files: Object.keys(metafile.outputs).map(inBuild) };
}

/** The files of this release and of the one before it; building the same twice is no new release. */
function nextReleases(last, now) {
  const same = last !== null && JSON.stringify(last.now) === JSON.stringify(now);
  return { now, before: same ? last.before : (last?.now ?? []) };
}

/** A widget opened before an upgrade still asks for its old bundles: files of this and the last release stay. */
async function sweep({ now, before }) {
  const keep = new Set([...now, ...before]);
  const old = (await readdir(join(OUT, "assets"))).filter((name) => !keep.has(`assets/${name}`));
  await Promise.all(old.map((name) => rm(join(OUT, "assets", name))));
}

const readJson = async (path) => (existsSync(path) ? JSON.parse(await readFile(path, "utf8")) : null);

async function writeJson(path, data) {
  await writeFile(`${path}.new`, `${JSON.stringify(data, null, 2)}\n`);
  await rename(`${path}.new`, path);
}

await mkdir(join(OUT, "assets"), { recursive: true });
const bundles = await Promise.all(ENTRIES.map(bundle)).catch(() => {
  process.exit(1); // esbuild has already said why
});
const manifest = Object.fromEntries(bundles.map(({ name, parts }) => [name, parts]));
const releases = nextReleases(await readJson(join(OUT, "releases.json")), bundles.flatMap(({ files }) => files).sort());
await writeJson(join(OUT, "manifest.json"), manifest);
await writeJson(join(OUT, "releases.json"), releases);
await sweep(releases);
if (!(await withinBudget(OUT, manifest))) {
  console.error("build: the widget is over its budget");
  process.exit(1);
}
