import type { Message } from "../../../chat/client/generated/wire";
import { en } from "../../../chat/client/strings/en";
import { plainWords } from "../plainWords";

/** An owner's answer as it is, or the fixed sentence that the code stands for. */
export function botWords({ text, code }: Pick<Message, "text" | "code">): string {
  return text || (code ? en[code] : "");
}

/** A preview has one field for both; owners don't write answers that look like codes. */
export function previewWords(text: string): string {
  return /^bot_\w+$/.test(text) && text in en ? en[text as keyof typeof en] : plainWords(text);
}
