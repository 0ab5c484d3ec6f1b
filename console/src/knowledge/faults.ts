import { say, sayFirst } from "../words";
import { KNOWN_PLACEHOLDERS, unknownIn } from "./placeholders";
import type { Draft } from "./types";

/** What is wrong, by field; "other" for what belongs to none. */
export type Faults = Readonly<Record<string, string>>;

/** What is wrong with `draft`'s placeholders; `of` picks those to tell. */
export function slips({ title, answer }: Draft, of = (found: string[]) => found): Faults {
  const found = of(unknownIn(answer));
  return {
    ...(title.includes("{{") && { title: say("know_bad_title_placeholder") }),
    ...(found.length > 0 && {
      answer: say("know_bad_placeholder", { found: found.join(" "), known: KNOWN_PLACEHOLDERS }),
    }),
  };
}

/** All that can be told without asking the server. */
export function wrongIn(draft: Draft): Faults {
  return {
    ...(draft.title === "" && { title: say("know_bad_title") }),
    ...(draft.answer === "" && { answer: say("know_bad_answer") }),
    ...slips(draft),
  };
}

/** The server's `fields` in words. */
export function faultsOf(fields: Record<string, unknown>, draft: Draft): Faults {
  const named = Object.keys(fields).map((name) => [name, sayFirst([`know_bad_${name}`, "know_bad_other"])]);
  return named.length > 0 ? { ...Object.fromEntries(named), ...slips(draft) } : { other: say("know_bad_other") };
}
