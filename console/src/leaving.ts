import type { InboxRow } from "../../chat/client/generated/wire";
import type { AgentDraft, AgentSession } from "../../chat/client/types";
import { visitorName } from "./names";
import { problem } from "./problems";
import { say } from "./words";

/** Away: new chats go to colleagues. Sign out, closing: nobody is here any more. */
export type LeavingWhy = "away" | "sign_out" | "closing";

export interface Leaving {
  readonly why: LeavingWhy;
  /** What was asked for in the first place. */
  readonly go: () => void;
}

export const FATES = ["keep", "put_back", "resolve"] as const;
export type Fate = (typeof FATES)[number];

export interface Choice {
  readonly fate: Fate;
  readonly goodbye: string;
}

/** Nobody is left hanging by not choosing: away, an agent finishes what is open; gone, somebody else has to. */
export function firstChoice(why: LeavingWhy): Choice {
  return { fate: why === "away" ? "keep" : "put_back", goodbye: say("resolve_goodbye") };
}

export function actionOf({ conversation }: InboxRow, { fate, goodbye }: Choice): AgentDraft | null {
  if (fate === "keep") return null;
  return fate === "put_back"
    ? { type: "put_back", conversation }
    : { type: "resolve", conversation, goodbye: goodbye.trim() };
}

/** Does what was chosen, chat by chat. Returns in words what didn't work. */
export async function carryOut(
  session: Pick<AgentSession, "act">,
  chats: readonly (readonly [InboxRow, Choice])[],
): Promise<string[]> {
  const problems: string[] = [];
  for (const [row, choice] of chats) {
    const action = actionOf(row, choice);
    const outcome = action && (await session.act(action));
    if (outcome?.ok !== false) continue;
    problems.push(say("named", { name: visitorName(row.visitor), text: problem(outcome.code, outcome.by) }));
  }
  return problems;
}
