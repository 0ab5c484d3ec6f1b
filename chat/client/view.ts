/** The fold of a conversation's events for display: pure, and the same whether events come one by one or at once. */
import type { AgentLeft, ConversationEvent, Status, WireEvent } from "./generated/wire";
import type { Item, ShownEvent, View } from "./types";

export const emptyView: View = {
  status: "start",
  seq: 0,
  items: [],
  agent: null,
  expected: null,
  owed: null,
  closesAt: null,
  handoff: null,
  late: false,
  packet: null,
};

export function fold(view: View, events: readonly WireEvent[]): View {
  const draft: Draft = { ...view, items: [...view.items] };
  for (const wire of events) {
    draft.seq = wire.seq;
    evolve(draft, wire.event);
    if (isShown(wire.event)) draft.items.push({ ...wire, event: wire.event, helped: null });
  }
  return draft;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Draft = Omit<Mutable<View>, "items"> & { items: Item[] };

function isShown(event: ConversationEvent): event is ShownEvent {
  return event.kind !== "hidden" && event.kind !== "answer_rated";
}

function evolve(draft: Draft, event: ConversationEvent): void {
  switch (event.kind) {
    case "disclosure_shown":
      if (draft.status === "start") draft.status = "bot";
      return;
    case "message":
      if (event.author_kind === "visitor") draft.closesAt = null;
      if (event.author_kind === "agent") draft.late = false;
      return;
    case "answer_rated":
      draft.items = draft.items.map((item) =>
        item.seq === event.message_seq ? { ...item, helped: event.helped } : item,
      );
      return;
    case "handoff_requested":
      return move(draft, "waiting", { handoff: event, late: false, closesAt: null });
    case "handoff_packet":
      draft.packet = event;
      return;
    case "agent_joined":
      return move(draft, "human", { agent: event.agent, expected: null, closesAt: null });
    case "agent_left":
      return move(draft, "waiting", {
        agent: null,
        expected: event.to ?? (mayReturn(event) ? event.agent : null),
        closesAt: null,
      });
    case "bot_resumed":
      return move(draft, "bot", settled);
    case "message_left":
      return move(draft, "message_left", { owed: event, agent: null, expected: null, late: false });
    case "owed_answer_given":
      draft.owed = null;
      return;
    case "unanswered":
      draft.late = true;
      return;
    case "inactivity_warned":
      draft.closesAt = event.closes_at;
      return;
    case "conversation_closed":
      return move(draft, "closed", settled);
    case "conversation_reopened":
      return move(draft, "bot", settled);
    case "bot_turn":
    case "mail_undelivered":
    case "hidden":
      return;
  }
}

const settled: Partial<View> = { agent: null, expected: null, handoff: null, late: false, closesAt: null };

function move(draft: Draft, status: Status, changes: Partial<Omit<View, "items">>): void {
  Object.assign(draft, changes, { status });
}

/** Whoever left has the chat again on coming back, unless a colleague took it. */
export function mayReturn({ why }: AgentLeft): boolean {
  return why === "lost" || why === "away";
}
