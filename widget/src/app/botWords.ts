import type { Availability, Message } from "../../../chat/client/generated/wire";
import { firstName } from "../people";
import { fill, names, say } from "../words";

/** A bot's message in words: the owner's answer, or the fixed sentence in the visitor's language. */
export function botWords({ text, code }: Message, availability: Availability | null): string {
  if (code === null) return text;
  return code === "bot_identity" ? `${say[code]} ${peopleHere(availability)}` : say[code];
}

function peopleHere(availability: Availability | null): string {
  const here = availability?.agents ?? [];
  if (!here.length) return say.bot_identity_none;
  return fill(here.length === 1 ? say.bot_identity_one : say.bot_identity_many, { names: names(here.map(firstName)) });
}
