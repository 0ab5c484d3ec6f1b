import type { Desk } from "../desk";
import type { Seen } from "../seen";
import { say } from "../words";
import { Row } from "./Row";
import type { Section, SectionKey } from "./sections";

export function Inbox({ desk, seen }: { desk: Desk; seen: Seen }) {
  return (
    <section class="pane inbox" aria-label={say("inbox_label")}>
      <header>
        <p class="desk-name">{say("desk")}</p>
      </header>
      <div class="rows">
        {desk.session.inboxLoaded.value ? (
          desk.sections.value.map((each) => <Sect key={each.key} section={each} desk={desk} seen={seen} />)
        ) : (
          <p class="nothing">{say("inbox_loading")}</p>
        )}
      </div>
    </section>
  );
}

/** Sections that need saying so when they are empty; the others just aren't shown. */
const SHOWN_EMPTY: ReadonlySet<SectionKey> = new Set(["waiting", "mine"]);
const ORDER_WORDS = { waiting: "order_waiting", left: "order_left", bot: "order_bot" } as const;

function Sect({ section: { key, rows }, desk, seen }: { section: Section; desk: Desk; seen: Seen }) {
  if (rows.length === 0 && !SHOWN_EMPTY.has(key)) return null;
  const order = key in ORDER_WORDS ? ORDER_WORDS[key as keyof typeof ORDER_WORDS] : null;
  return (
    <div class="section" id={`section-${key}`}>
      <h2>
        {say(`section_${key}`)} <span class="count num">{rows.length}</span>
        {order && rows.length > 0 && <span class="meta">{say(order)}</span>}
      </h2>
      {rows.length === 0 && <Empty section={key} desk={desk} />}
      <ol>
        {rows.map((row) => (
          <li key={row.conversation}>
            <Row row={row} desk={desk} unread={seen.unread.value.has(row.conversation)} />
          </li>
        ))}
      </ol>
    </div>
  );
}

/** One sentence and, where something can be done, one action. */
function Empty({ section, desk }: { section: SectionKey; desk: Desk }) {
  const { session } = desk;
  if (section === "waiting") return <p class="empty">{say("empty_waiting")}</p>;
  if (session.available.value) return <p class="empty">{say("empty_mine")}</p>;
  return (
    <div class="empty">
      <p>{say("empty_mine_away")}</p>
      <button type="button" class="button" onClick={() => session.setAvailable(true)}>
        {say("start_taking")}
      </button>
    </div>
  );
}
