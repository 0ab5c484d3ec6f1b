import type { AgentJoined, AgentLeft, AgentRef, ConversationClosed } from "../../../chat/client/generated/wire";
import type { Item, ShownEvent } from "../../../chat/client/types";
import { mayReturn } from "../../../chat/client/view";
import type { GlyphKind } from "../Glyph";
import { firstName } from "../names";
import { clock, clockAndDay } from "../time";
import { say } from "../words";

/** A change of who answers, or a fact in passing (`from` and `to` are null). */
export interface Line {
  readonly text: string;
  /** What follows from it. */
  readonly detail?: string;
  readonly from: GlyphKind | null;
  readonly to: GlyphKind | null;
  /** It must not be overlooked. */
  readonly alert?: boolean;
}

export interface Reader {
  readonly me: string | undefined;
  readonly visitor: string;
  readonly now: number;
  /** The visitor has left, and no e-mail would reach them. */
  readonly unreachable?: boolean;
}

interface Told extends Reader {
  readonly time: string;
  /** The change before this one, null for none. */
  readonly before: ShownEvent | null;
}

type Kind = ShownEvent["kind"];
type Teller<K extends Kind> = (event: Extract<ShownEvent, { kind: K }>, told: Told) => Line | null;

const isMe = (agent: AgentRef | null, reader: Reader): boolean => agent !== null && agent.id === reader.me;
const fact = (text: string): Line => ({ text, from: null, to: null });
const change = (text: string, from: GlyphKind, to: GlyphKind): Line => ({ text, from, to });

const LINES: { readonly [K in Kind]?: Teller<K> } = {
  disclosure_shown: (event) => fact(say("told_bot", { time: clock(event.shown_at) })),
  handoff_requested: (event, { time }) => {
    const line = change(say(`line_${event.notice}`, { time }), "bot", "waiting");
    return event.agents_here ? line : { ...line, detail: say("line_nobody") };
  },
  agent_joined: joinedLine,
  agent_left: leftLine,
  // "agent" follows an agent_left that already says so.
  bot_resumed: (event, { visitor, time }) =>
    event.why === "agent" ? null : change(say(`line_${event.why}`, { visitor, time }), "waiting", "bot"),
  message_left: ({ email, reference, due_at }, { visitor, time, now }) => {
    const by = due_at && say("line_answer_by", { time: clockAndDay(due_at, now) });
    const facts = [say("line_answer_to", { email }), say("line_reference", { reference }), by].filter(Boolean);
    return { ...change(say("line_message_left", { visitor, time }), "waiting", "left"), detail: facts.join(", ") };
  },
  owed_answer_given: (event, { time }) => fact(say("line_answer_given", { reference: event.reference, time })),
  mail_undelivered: ({ to, why }, { time }) => ({
    ...fact(say("line_undelivered", { to, time })),
    detail: say(`line_undelivered_${why}`),
    alert: true,
  }),
  unanswered: (event, { visitor, unreachable }) => ({
    ...fact(say("line_unanswered", { time: clock(event.since) })),
    detail: say(unreachable ? "line_unanswered_gone" : "line_unanswered_detail", { visitor }),
    alert: true,
  }),
  inactivity_warned: (event) => fact(say("line_warned", { time: clock(event.closes_at) })),
  conversation_closed: closedLine,
  conversation_reopened: (_, { visitor, time }) => fact(say("line_reopened", { visitor, time })),
};

/**
 * What a transcript line says of an event that isn't a message; null for events that show nothing of their own.
 * `before` is the change of who answers that came before it.
 */
export function lineOf<K extends Kind>(item: Item, reader: Reader, before: ShownEvent | null = null): Line | null {
  const teller = LINES[item.event.kind] as Teller<K> | undefined;
  return teller?.(item.event as Extract<ShownEvent, { kind: K }>, { ...reader, time: clock(item.at), before }) ?? null;
}

const CHANGES: ReadonlySet<Kind> = new Set([
  "handoff_requested",
  "agent_joined",
  "agent_left",
  "bot_resumed",
  "message_left",
]);

/** The last change of who answers before `seq`. */
export function changeBefore(items: readonly Item[], seq: number): ShownEvent | null {
  return items.findLast((item) => item.seq < seq && CHANGES.has(item.event.kind))?.event ?? null;
}

const SEATS: Partial<Record<Kind, GlyphKind>> = { bot_resumed: "bot", message_left: "left" };

/** A person takes the seat: for the first time, or again after a broken connection that nobody stepped in for. */
function joinedLine({ agent }: AgentJoined, told: Told): Line {
  const { before } = told;
  const back = before?.kind === "agent_left" && mayReturn(before) && before.agent.id === agent.id;
  const key = `line_${isMe(agent, told) ? "you_" : ""}${back ? "back" : "joined"}` as const;
  const seat = (before && SEATS[before.kind]) ?? "waiting";
  const line = change(say(key, { name: firstName(agent.name), time: told.time }), seat, "person");
  return back ? { ...line, detail: say("line_back_detail") } : line;
}

function leftLine(event: AgentLeft, told: Told): Line {
  const mine = isMe(event.agent, told);
  const values = { name: firstName(event.agent.name), to: event.to ? firstName(event.to.name) : "", time: told.time };
  if (event.why === "bot") return change(say(mine ? "line_you_let_bot" : "line_let_bot", values), "person", "bot");
  if (isMe(event.to, told)) return change(say("line_transfer_you", values), "person", "waiting");
  const line = change(say(`line_${mine ? "you_" : ""}${event.why}` as const, values), "person", "waiting");
  return event.why === "transfer" ? line : { ...line, detail: say("line_place_kept") };
}

const ENDED = { visitor: "line_ended", inactive: "line_inactive" } as const;

function closedLine(event: ConversationClosed, told: Told): Line {
  if (event.how !== "resolved") return fact(say(ENDED[event.how], { visitor: told.visitor, time: told.time }));
  const key = isMe(event.agent, told) ? "line_you_resolved" : "line_resolved";
  return fact(say(key, { name: event.agent ? firstName(event.agent.name) : "", time: told.time }));
}
