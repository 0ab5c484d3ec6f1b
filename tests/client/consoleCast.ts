import type { ConversationEvent, InboxRow, Message } from "../../chat/client/generated/wire";
import type { Item, ShownEvent, View } from "../../chat/client/types";
import { emptyView, fold } from "../../chat/client/view";
import { inboxRow } from "./inboxRow";

export const ana = { id: "ana", name: "Ana Moreno" };
export const ben = { id: "ben", name: "Ben Okafor" };

/** Two o'clock, from which all ages in these tests count. */
export const NOW = Date.UTC(2026, 10, 21, 14, 0);
export const ago = (seconds: number): string => new Date(NOW - seconds * 1000).toISOString();

export function row(conversation: string, status: InboxRow["status"], rest: Partial<InboxRow> = {}): InboxRow {
  return inboxRow(conversation, status, { created_at: ago(600), ...rest });
}

export function said(author_kind: Message["author_kind"], text: string, rest: Partial<Message> = {}): Message {
  const nothing = { author: null, code: null, source: null, choices: [], in_reply_to: null, page: null };
  return { kind: "message", author_kind, text, ...nothing, ...rest };
}

/** The view after these events, one every ten seconds up to now. */
export function told(...events: ConversationEvent[]): View {
  return fold(
    emptyView,
    events.map((event, n) => ({ seq: n + 1, id: `e${n}`, at: ago((events.length - n) * 10), event })),
  );
}

export function item(event: ShownEvent): Item {
  return { seq: 1, id: "e", at: ago(0), event, helped: null };
}
