import type { AgentRef, InboxRow } from "../../../chat/client/generated/wire";
import { firstName } from "../names";
import { previewWords } from "../thread/botWords";
import { ago, clockAndDay, LATE_MINUTES, ticks } from "../time";
import { type ConsoleKey, say } from "../words";
import { sectionOf } from "./sections";

export interface Wait {
  readonly text: string;
  readonly strong: boolean;
  readonly late: boolean;
}

/** What stands at a row's end: the wait, when the answer is due, or when the last words came. `now` in ms. */
export function wait(row: InboxRow, me: AgentRef | null, now: number): Wait {
  const section = sectionOf(row, me);
  if (section === "waiting") {
    const ms = now - Date.parse(row.queued_at ?? row.created_at);
    return { text: ticks(ms), strong: true, late: row.late_since !== null };
  }
  if (row.late_since !== null) return { text: ticks(now - Date.parse(row.late_since)), strong: true, late: true };
  if (section === "left" && row.due_at !== null) {
    const text = say("due", { time: clockAndDay(row.due_at, now) });
    return { text, strong: true, late: now > Date.parse(row.due_at) };
  }
  return { text: ago(row.preview?.at ?? row.created_at, now), strong: false, late: false };
}

/** Why `wait` is late, in words: colour alone says nothing. */
export function lateWords(row: InboxRow): string {
  return row.late_since !== null ? say("over_minutes", { n: LATE_MINUTES }) : say("overdue");
}

/** The last words, with who said them unless it was the visitor. */
export function lastWords(row: InboxRow, me: AgentRef | null): string {
  const preview = row.preview;
  // Where a person should answer, the bot's last sentence doesn't say what.
  const forPeople = row.status !== "bot" || row.reference !== null;
  if (forPeople && row.question && preview?.author_kind === "bot") return row.question;
  if (preview === null) return say("preview_none");
  if (preview.author_kind === "bot") {
    return preview.text ? say("preview_bot", { text: previewWords(preview.text) }) : say("preview_bot_fixed");
  }
  if (preview.author === null) return preview.text;
  if (preview.author.id === me?.id) return say("preview_you", { text: preview.text });
  return say("preview_agent", { name: firstName(preview.author.name), text: preview.text });
}

/** The third line: whom it is for or with, the reference, why a person is needed, the page. */
export function why(row: InboxRow, me: AgentRef | null): string {
  const parts = [whose(row, me), row.reference, reasonWords(row)].filter(Boolean);
  if (row.status === "closed") parts.unshift(say("state_closed"));
  if (parts.length === 0 && row.page !== null) parts.push(say("on_page", { page: pageWords(row.page) }));
  return parts.join(" · ");
}

const QUOTED: ReadonlySet<string> = new Set(["frustration", "urgent", "sensitive_topic", "page_rule"]);

/** Why a person is needed, with the visitor's words where they are the reason; "" for a chat that needs none. */
export function reasonWords({ reason, quote }: Pick<InboxRow, "reason" | "quote">): string {
  if (reason === null) return "";
  return quote && QUOTED.has(reason) ? say(`quoted_${reason}` as ConsoleKey, { quote }) : say(`reason_${reason}`);
}

function whose(row: InboxRow, me: AgentRef | null): string | null {
  if (row.status === "waiting" && row.reserved_for !== null) {
    return row.reserved_for.id === me?.id
      ? say("for_you")
      : say("for_agent", { name: firstName(row.reserved_for.name) });
  }
  if (row.status === "waiting" && row.lost_agent !== null) {
    return row.lost_agent.id === me?.id ? say("lost_you") : say("lost_agent", { name: firstName(row.lost_agent.name) });
  }
  const other = row.status === "human" && row.agent !== null && row.agent.id !== me?.id;
  return other && row.agent !== null ? say("with_agent", { name: firstName(row.agent.name) }) : null;
}

/** A page as one would say it: its path; for the first page the site's name; the address itself where it isn't one. */
export function pageWords(page: string): string {
  try {
    const { host, pathname } = new URL(page);
    return pathname === "/" ? host : decodeURI(pathname);
  } catch {
    return page;
  }
}
