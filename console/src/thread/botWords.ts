import type { Message } from "../../../chat/client/generated/wire";

/** An owner's answer as it is, or the fixed sentence that the code stands for. */
export function botWords(message: Message): string {
  return message.text;
}
