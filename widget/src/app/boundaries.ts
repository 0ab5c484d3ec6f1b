import type { AgentJoined, AgentLeft, ConversationClosed } from "../../../chat/client/generated/wire";
import type { Item } from "../../../chat/client/types";
import { mayReturn } from "../../../chat/client/view";
import { firstName } from "../people";
import { clock, dayAndClock, fill, say } from "../words";
import type { BoundaryProps } from "./Boundary";
import { isPeopleFirst } from "./dial";

/** What stands between messages for this event; null where a visitor needs no line. */
export function boundaryOf({ event, at, seq }: Item, items: readonly Item[]): BoundaryProps | null {
  const time = clock(at);
  switch (event.kind) {
    case "handoff_requested":
      return { from: "bot", to: "waiting", text: fill(say.handoff, { time }), note: failureNote(event.notice) };
    case "agent_joined":
      return joined(event, time, moveBefore(seq, items));
    case "agent_left":
      return { from: "person", to: event.why === "bot" ? "bot" : "waiting", ...departure(event, time) };
    case "bot_resumed":
      // The agent's leaving has said it.
      if (event.why === "agent") return null;
      return { from: "waiting", to: "bot", text: say.bot_back, note: say.bot_back_note };
    case "message_left":
      return { from: "waiting", to: "left", text: fill(say.left_at, { time: dayAndClock(at) }) };
    case "owed_answer_given":
      return { from: "person", to: "person", text: fill(say.answered, { reference: event.reference }) };
    case "conversation_closed":
      return { from: event.agent ? "person" : "bot", to: "left", text: ending(event, time) };
    case "conversation_reopened":
      return isPeopleFirst()
        ? { from: "left", to: "person", text: say.reopened }
        : { from: "left", to: "bot", text: say.reopened, note: say.bot_back_note };
    default:
      return null;
  }
}

function failureNote(notice: string): string | undefined {
  return notice === "bot_failed" ? say.bot_failed : undefined;
}

/** What last came or went before. */
function moveBefore(seq: number, items: readonly Item[]): Item | undefined {
  return items.findLast((item) => item.seq < seq && /^agent_|^handoff_requested|^bot_resumed/.test(item.event.kind));
}

/** Whoever lost the connection and is the next to take the chat is back. */
function joined({ agent }: AgentJoined, time: string, before: Item | undefined): BoundaryProps {
  const name = firstName(agent.name);
  const left = before?.event.kind === "agent_left" ? before.event : null;
  const isBack = left !== null && mayReturn(left) && left.agent.id === agent.id;
  const text = fill(isBack ? say.back_again : say.joined, { name, time });
  const from = before && before.event.kind !== "bot_resumed" ? "waiting" : "bot";
  return { from, to: "person", text, note: fill(say.joined_note, { name }) };
}

function departure(event: AgentLeft, time: string): { text: string; note: string } {
  const name = firstName(event.agent.name);
  return { text: fill(event.why === "lost" ? say.lost : say.left, { name, time }), note: whoContinues(event, name) };
}

function whoContinues(event: AgentLeft, name: string): string {
  if (mayReturn(event)) return fill(say.lost_note, { name });
  if (event.why === "bot") return say.bot_back_note;
  return event.to ? fill(say.transfer_note, { name: firstName(event.to.name) }) : say.left_note;
}

function ending({ how, agent }: ConversationClosed, time: string): string {
  if (how === "visitor") return fill(say.ended_by_you, { time });
  if (how === "resolved" && agent) return fill(say.ended_resolved, { name: firstName(agent.name), time });
  return fill(say.ended_inactive, { time });
}
