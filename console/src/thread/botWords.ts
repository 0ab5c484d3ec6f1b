import type { Message } from "../../../chat/client/generated/wire";
import { en } from "../../../chat/client/strings/en";

/** An owner's answer as it is, or the fixed sentence that the code stands for. */
export function botWords({ text, code }: Message): string {
  return text || (code ? en[code] : "");
}
