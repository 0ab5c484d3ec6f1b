import type { ComponentChildren } from "preact";
import type { Item, Watched } from "../../../chat/client/types";
import { Avatar } from "../Avatar";
import { now } from "../clock";
import type { Desk } from "../desk";
import { pageWords } from "../inbox/rowWords";
import { clock, clockAndDay } from "../time";
import { say } from "../words";
import { presenceWords } from "./presenceWords";
import { emailOf, languageName, languageOf, type PageSeen, pagesOf, ratedOf } from "./visitorFacts";

interface Props {
  desk: Desk;
  watched: Watched;
}

/** Who this is, as far as the visitor said: nothing is looked up elsewhere. */
export function VisitorPanel({ desk, watched }: Props) {
  const view = watched.view.value;
  const presence = watched.presence.value;
  return (
    <>
      <div class="visitor-head">
        <Avatar name={desk.visitor} visitor large />
        <div>
          <h3>{desk.visitor}</h3>
          {presence && <p class={presence.here ? "reach here" : "reach"}>{presenceWords(presence)}</p>}
        </div>
      </div>
      <dl class="visitor-facts">
        <Facts items={view.items} email={presence?.email ?? null} />
        {view.owed && <Fact name={say("fact_reference")}>{<code class="mono">{view.owed.reference}</code>}</Fact>}
        {view.owed?.due_at && <Fact name={say("fact_due")}>{clockAndDay(view.owed.due_at, now.value)}</Fact>}
      </dl>
      <Pages pages={pagesOf(view.items)} />
    </>
  );
}

function Facts({ items, email }: { items: readonly Item[]; email: string | null }) {
  const [first, language] = [items[0], languageOf(items)];
  const { rated, helped } = ratedOf(items);
  const address = email ?? emailOf(items);
  return (
    <>
      {address && <Fact name={say("fact_email")}>{address}</Fact>}
      {language && <Fact name={say("fact_language")}>{languageName(language)}</Fact>}
      {first && <Fact name={say("fact_started")}>{clockAndDay(first.at, now.value)}</Fact>}
      {rated > 0 && <Fact name={say("fact_helped")}>{say("helped_of", { helped, rated })}</Fact>}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

function Pages({ pages }: { pages: readonly PageSeen[] }) {
  if (pages.length === 0) return null;
  return (
    <section class="visitor-pages">
      <h4>
        {say("pages_title")} <span class="meta">{say("pages_note")}</span>
      </h4>
      <ol>
        {pages.map(({ at, page }) => (
          <li key={at}>
            <time class="num" dateTime={at}>
              {clock(at)}
            </time>{" "}
            <span>{pageWords(page)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
