import type { InboxRow } from "../../../chat/client/generated/wire";
import { Button } from "../Button";
import type { Desk } from "../desk";
import { Row } from "../inbox/Row";
import { say } from "../words";
import type { Finder } from "./finder";

/** In the inbox's place for as long as something is looked for. */
export function Results({ desk, finder }: { desk: Desk; finder: Finder }) {
  const looking = finder.state.value === "looking";
  const rows = finder.rows.value;
  return (
    <div class="section">
      <h2>
        {say("found_title")} {rows.length > 0 && <span class="count num">{count(finder)}</span>}
        {rows.length > 0 && <span class="meta">{say("found_order")}</span>}
      </h2>
      <p class={rows.length > 0 && finder.state.value !== "failed" ? "hush" : "empty"} role="status">
        {outcome(finder)}
      </p>
      {finder.state.value === "failed" && (
        <div class="empty">
          <Button class="button" onClick={() => void finder.look()}>
            {say("try_again")}
          </Button>
        </div>
      )}
      <ol>
        {rows.map((row) => (
          <li key={row.conversation}>
            <Row row={newest(row, desk)} desk={desk} unread={false} />
          </li>
        ))}
      </ol>
      {finder.more.value && (
        <div class="empty">
          <Button class="button" off={looking} onClick={() => void finder.lookFurther()}>
            {say("found_more")}
          </Button>
        </div>
      )}
    </div>
  );
}

const count = ({ rows, more }: Finder): string => `${rows.value.length}${more.value ? "+" : ""}`;

function outcome(finder: Finder): string {
  const n = finder.rows.value.length;
  if (finder.state.value === "failed") return say("found_failed");
  if (finder.state.value !== "found") return say("finding");
  if (n === 0) return say("found_none");
  return say(n === 1 ? "found_one" : "found_many", { n: count(finder) });
}

/** Chats that need somebody change while they are looked at. */
function newest(row: InboxRow, desk: Desk): InboxRow {
  return desk.session.rows.value.find(({ conversation }) => conversation === row.conversation) ?? row;
}
