import type { InboxRow } from "../../chat/client/generated/wire";

const NOBODY = { agent: null, lost_agent: null, reserved_for: null, late_since: null, queue_rank: 1 };
const NOTHING = { reason: null, quote: "", question: "", queued_at: null, reference: null, due_at: null };

/** A chat in the inbox about which nothing more is known than `rest` says. */
export function inboxRow(conversation: string, status: InboxRow["status"], rest: Partial<InboxRow> = {}): InboxRow {
  const fixed = { conversation, status, rev: 1, seq: 1, visitor: "Vera", created_at: "", page: null, preview: null };
  return { ...fixed, ...NOBODY, ...NOTHING, ...rest };
}
