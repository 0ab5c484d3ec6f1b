/** What to read it as; "auto" looks at the text itself. */
export type Kind = "auto" | "csv" | "json";

export function kindOf(name: string): Kind {
  if (/\.(csv|tsv)$/i.test(name)) return "csv";
  return /\.json$/i.test(name) ? "json" : "auto";
}

/** Its text, also as spreadsheets on Windows write it (UTF-16, Windows-1252); null for what is none. */
export async function readFile(file: Blob): Promise<string | null> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
