// JSON Schema on stdin → TypeScript types on stdout. Called by `manage.py export_wire`.
import { text } from "node:stream/consumers";
import { compile } from "json-schema-to-typescript";

const schema = JSON.parse(await text(process.stdin));

/** Only whole definitions get a name; a title deeper down would name the same alias again and again. */
function dropInnerTitles(part, depth = 0) {
  if (Array.isArray(part)) return part.map((item) => dropInnerTitles(item, depth));
  if (part === null || typeof part !== "object") return part;
  const entries = Object.entries(part).filter(
    ([key, value]) => !(key === "title" && typeof value === "string" && depth > 2),
  );
  return Object.fromEntries(entries.map(([key, value]) => [key, dropInnerTitles(value, depth + 1)]));
}

/** Lengths and ranges would become tuples of unions; the server checks them. */
function dropBounds(part) {
  if (Array.isArray(part)) return part.map(dropBounds);
  if (part === null || typeof part !== "object") return part;
  const { minItems: _min, maxItems: _max, default: _default, ...rest } = part;
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, dropBounds(value)]));
}

const types = await compile(dropBounds(dropInnerTitles(schema)), "Wire", {
  additionalProperties: false,
  bannerComment: "",
  declareExternallyReferenced: true,
  strictIndexSignatures: false,
  unreachableDefinitions: true,
  style: { printWidth: 120 },
});
// The compiler says of each type that it comes from the schema, which the file's first line says already.
const origin =
  /\n? \* This (?:interface|type) was referenced by `Wire`'s JSON-Schema\n \* via the `definition` "\w+"\./g;
const plain = types
  .replace(origin, "")
  .replace(/\/\*\*\n(?: \*\n)* ?\*\/\n/g, "")
  .replace(/\n \*(?=\n \*\/)/g, "");
process.stdout.write(plain.replace("export interface Wire {}\n", ""));
