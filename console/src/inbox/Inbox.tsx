import { now } from "../clock";
import type { Desk } from "../desk";
import { FindBox } from "../find/FindBox";
import { Results } from "../find/Results";
import type { Seen } from "../seen";
import { clockAndDay } from "../time";
import { say } from "../words";
import { Row } from "./Row";
import type { Section, SectionKey } from "./sections";

export function Inbox({ desk, seen }: { desk: Desk; seen: Seen }) {
  return (
    <section class="pane inbox" aria-label={say("inbox_label")}>
      <header>
        <FindBox finder={desk.finder} />
      </header>
      <Closed desk={desk} />
      <News desk={desk} />
      <div class="rows">
        {desk.finder.active.value ? <Results desk={desk} finder={desk.finder} /> : <Sections desk={desk} seen={seen} />}
      </div>
    </section>
  );
}

function Sections({ desk, seen }: { desk: Desk; seen: Seen }) {
  if (!desk.session.inboxLoaded.value) return <p class="nothing">{say("inbox_loading")}</p>;
  return (
    <>
      {desk.sections.value.map((each) => (
        <Sect key={each.key} section={each} desk={desk} seen={seen} />
      ))}
    </>
  );
}

/** Sections that need saying so when they are empty; the others just aren't shown. */
const SHOWN_EMPTY: ReadonlySet<SectionKey> = new Set(["waiting", "mine"]);

function orderWords({ key, rows }: Section): string {
  if (rows.length === 0) return "";
  return key === "waiting" || key === "left" || key === "bot" ? say(`order_${key}`) : "";
}

/** Who takes chats would not know why nobody comes. */
function Closed({ desk }: { desk: Desk }) {
  const opening = desk.session.opening.value;
  if (opening === null || opening.open) return null;
  const { opens_at } = opening;
  const words = opens_at ? say("site_closed_until", { time: clockAndDay(opens_at, now.value) }) : say("site_closed");
  return <p class="closed">{words}</p>;
}

/** What happened to my chats while I couldn't see it. It was said aloud; it stays until it is put away. */
function News({ desk }: { desk: Desk }) {
  if (desk.news.value.length === 0) return null;
  return (
    <div class="news">
      {desk.news.value.map((words) => (
        <p key={words}>{words}</p>
      ))}
      <button type="button" class="button" onClick={() => (desk.news.value = [])}>
        {say("dismiss")}
      </button>
    </div>
  );
}

function Sect({ section, desk, seen }: { section: Section; desk: Desk; seen: Seen }) {
  const { key, rows } = section;
  if (rows.length === 0 && !SHOWN_EMPTY.has(key)) return null;
  const order = orderWords(section);
  return (
    <div class="section" id={`section-${key}`}>
      <h2>
        {say(`section_${key}`)} <span class="count num">{rows.length}</span>
        {order && <span class="meta">{order}</span>}
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
  if (session.available.value !== false) return <p class="empty">{say("empty_mine")}</p>;
  return (
    <div class="empty">
      <p>{say("empty_mine_away")}</p>
      <button type="button" class="button" onClick={() => session.setAvailable(true)}>
        {say("start_taking")}
      </button>
    </div>
  );
}
