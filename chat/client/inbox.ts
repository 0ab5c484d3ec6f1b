/** The agent's inbox: rows by conversation, in step with the site's gapless `rev`. Pure. */
import type { Inbox, InboxCursor, InboxRow, Preview } from "./generated/wire";

export interface InboxState {
  readonly rev: number;
  readonly id: string;
  /** Closed rows stay as tombstones, so that a late answer can't bring one back. */
  readonly rows: ReadonlyMap<string, InboxRow>;
}

export const emptyInbox: InboxState = { rev: 0, id: "", rows: new Map() };

export function inboxCursor(inbox: InboxState): InboxCursor | null {
  return inbox.rev ? { rev: inbox.rev, id: inbox.id } : null;
}

/** A pushed row that doesn't follow ours leaves a gap: it must be fetched, not guessed. */
export function leavesGap(inbox: InboxState, frame: Inbox): boolean {
  return frame.ref === null && frame.rev > inbox.rev + 1;
}

export function applyInbox(inbox: InboxState, frame: Inbox): InboxState {
  if (leavesGap(inbox, frame)) return inbox;
  const base = frame.reset ? emptyInbox : inbox;
  if (frame.rev < base.rev) return base;
  const rows = new Map(base.rows);
  for (const row of frame.rows) {
    if (row.rev >= (rows.get(row.conversation)?.rev ?? 0)) rows.set(row.conversation, row);
  }
  return { rev: frame.rev, id: frame.id, rows };
}

/** Previews are hints: an older one never replaces a newer. */
export function applyPreview(inbox: InboxState, conversation: string, preview: Preview): InboxState {
  const row = inbox.rows.get(conversation);
  if (!row || (row.preview && row.preview.seq > preview.seq)) return inbox;
  const seq = Math.max(row.seq, preview.seq);
  return { ...inbox, rows: new Map(inbox.rows).set(conversation, { ...row, preview, seq }) };
}

/** A closed chat that still owes an answer by e-mail stays until somebody gives it. */
export function openRows(inbox: InboxState): InboxRow[] {
  return [...inbox.rows.values()].filter((row) => row.status !== "closed" || row.reference !== null);
}
