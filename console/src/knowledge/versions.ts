import { tidy } from "./editing";
import type { Draft, Version } from "./types";

interface Told {
  readonly version: Version;
  /** What became of it, where not a word changed. */
  readonly only: "published" | "unpublished" | null;
  /** Whether another wording than today's would come back. */
  readonly comesBack: boolean;
}

const worded = (content: Draft): string => JSON.stringify(tidy({ ...content, published: true }));

/** `versions` are the newest first. */
export function changesIn(versions: readonly Version[]): Told[] {
  const words = versions.map(({ content }) => worded(content));
  return versions.map((version, at) => ({
    version,
    only: words[at] === words[at + 1] ? switched(version, versions[at + 1]) : null,
    comesBack: words[at] !== words[0] && version.change !== "deleted",
  }));
}

function switched({ content: { published } }: Version, before: Version | undefined): Told["only"] {
  if (published === before?.content.published) return null;
  return published ? "published" : "unpublished";
}
