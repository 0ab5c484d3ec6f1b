import type { AgentRef, InboxRow } from "../../../chat/client/generated/wire";
import type { Left } from "../../../chat/client/types";

export const SECTIONS = ["waiting", "mine", "colleagues", "bot", "left"] as const;
export type SectionKey = (typeof SECTIONS)[number];

export interface Section {
  readonly key: SectionKey;
  readonly rows: readonly InboxRow[];
}

/** Where a row stands, null where it needs nobody. An owed answer stays in sight, also when the bot goes on. */
export function sectionOf(row: InboxRow, me: AgentRef | null): SectionKey | null {
  if (row.status === "waiting") return "waiting";
  if (row.status === "human") return row.agent?.id === me?.id ? "mine" : "colleagues";
  if (row.reference !== null) return "left";
  return row.status === "bot" ? "bot" : null;
}

const since = (row: InboxRow): string => row.queued_at ?? row.created_at;
const lastWords = (row: InboxRow): string => row.preview?.at ?? row.created_at;
const due = (row: InboxRow): string => row.due_at ?? row.created_at;

const byId = (a: InboxRow, b: InboxRow): number => (a.conversation < b.conversation ? -1 : 1);

type Order = (a: InboxRow, b: InboxRow) => number;
const ascending =
  (of: (row: InboxRow) => string): Order =>
  (a, b) =>
    Date.parse(of(a)) - Date.parse(of(b)) || byId(a, b);

const NOBODY: Left = new Map();

/** An answer would reach nobody: not on the page, and not by e-mail. */
const isAway = (row: InboxRow, left: Left): boolean => left.get(row.conversation) === null;

/** As the server ranks the line, and as the visitors are told: what presses goes first, but nobody waits for ever. */
const inLine: Order = (a, b) => a.queue_rank - b.queue_rank || ascending(since)(a, b);

/** What was passed to a colleague can wait for them, until nobody has answered for too long. */
function isOthers(row: InboxRow, me: AgentRef | null): boolean {
  return row.reserved_for !== null && row.reserved_for.id !== me?.id && row.late_since === null;
}

/** Who is away is in nobody's way: also not in a colleague's, for whom a chat is meant. */
const waiting =
  (me: AgentRef | null, left: Left): Order =>
  (a, b) =>
    Number(isAway(a, left)) - Number(isAway(b, left)) ||
    Number(isOthers(a, me)) - Number(isOthers(b, me)) ||
    inLine(a, b);

const ORDER: Record<SectionKey, (me: AgentRef | null, left: Left) => Order> = {
  waiting,
  mine: () => (a, b) => ascending(lastWords)(b, a),
  colleagues: () => ascending(since),
  bot: () => (a, b) => ascending((row) => row.created_at)(b, a),
  left: () => ascending(due),
};

/** All sections in reading order, also the empty ones. */
export function sections(rows: readonly InboxRow[], me: AgentRef | null, left: Left = NOBODY): Section[] {
  return SECTIONS.map((key) => ({
    key,
    rows: rows.filter((row) => sectionOf(row, me) === key).sort(ORDER[key](me, left)),
  }));
}

/** The visitor's place in line, as the visitor is told it: 1 is next. 0 when not in line, or away. */
export function placeOf(waitingRows: readonly InboxRow[], conversation: string | null, left: Left = NOBODY): number {
  const line = waitingRows.filter((row) => !isAway(row, left)).sort(inLine);
  return line.findIndex((row) => row.conversation === conversation) + 1;
}

/** Whether the visitor wrote after what I have seen. */
export function isUnread(row: InboxRow, seen: number): boolean {
  return row.preview?.author_kind === "visitor" && row.preview.seq > seen;
}
