import type { ErrorCode } from "../../chat/client/generated/wire";
import { firstName } from "./names";
import { say, sayFirst } from "./words";

/** Why a command was refused, and by whom the chat was taken first. */
export function problem(code: ErrorCode, by: string | null): string {
  if (code === "taken") return by ? say("problem_taken", { by: firstName(by) }) : say("problem_taken_plain");
  return sayFirst([`problem_${code}`, "problem_other"]);
}

/** The end of "Not sent: …". */
export function unsentReason(code: ErrorCode | null): string {
  return sayFirst([`unsent_${code}`, "unsent_other"]);
}
