import type { AgentRef, InboxRow } from "../../../chat/client/generated/wire";
import { Avatar } from "../Avatar";
import { now } from "../clock";
import type { Desk } from "../desk";
import { Glyph, glyphOf } from "../Glyph";
import { visitorName } from "../names";
import { addressOf } from "../route";
import { say } from "../words";
import { lastWords, lateWords, wait, why } from "./rowWords";
import { sectionOf } from "./sections";

interface Props {
  row: InboxRow;
  desk: Desk;
  unread: boolean;
}

/** Three lines: who and how long, the last words, why a person is needed. */
export function Row({ row, desk, unread }: Props) {
  const me = desk.session.me.value;
  const left = row.status === "waiting" && desk.session.left.value.has(row.conversation);
  const time = wait(row, me, now.value);
  const look = ["wait num", time.strong && "strong", time.late && "late"].filter(Boolean).join(" ");
  return (
    <a
      class="row"
      href={addressOf(row.conversation)}
      data-conversation={row.conversation}
      aria-current={desk.open.value === row.conversation ? "true" : undefined}
    >
      <Mark row={row} me={me} />
      <span class="who">
        {visitorName(row.visitor)}
        {unread && <span class="unread">{say("new_words")}</span>}
      </span>
      <span class={look}>{time.text}</span>
      <span class="words" dir="auto">
        {lastWords(row, me)}
      </span>
      <span class="why">
        {left && <b>{say("left_page")} · </b>}
        {why(row, me)}
      </span>
      {time.late && <span class="target late">{lateWords(row)}</span>}
    </a>
  );
}

/** Who answers: a person by their initials, else the shape of who or what does. */
function Mark({ row, me }: { row: InboxRow; me: AgentRef | null }) {
  if (row.status === "human" && row.agent !== null) return <Avatar name={row.agent.name} />;
  return <Glyph kind={sectionOf(row, me) === "left" ? "left" : glyphOf(row.status)} />;
}
