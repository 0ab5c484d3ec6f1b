import { useSignal } from "@preact/signals";
import type { HandoffPacket, Tried } from "../../../chat/client/generated/wire";
import type { View, Watched } from "../../../chat/client/types";
import { now } from "../clock";
import type { Desk } from "../desk";
import { Glyph } from "../Glyph";
import { pageWords, reasonWords } from "../inbox/rowWords";
import { clock, ticks } from "../time";
import { say } from "../words";
import { inShort, nothingTried, outcomeOf, reasonSentence, toneCaption, tonesOf, triedFor, waited } from "./packet";
import { ToneLine } from "./ToneLine";
import { languageOf } from "./visitorFacts";

/** Why a person is needed and what was tried, so that nobody asks the visitor again. */
export function PacketCard({ desk, watched }: { desk: Desk; watched: Watched }) {
  const view = watched.view.value;
  // On small screens the words of the chat come first; two lines, opens.
  const open = useSignal(matchMedia("(min-width: 1100px) and (min-height: 720px)").matches);
  const { packet } = view;
  if (packet === null || view.status === "bot") return null;
  return (
    <details class="packet" open={open.value} onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>
        <Glyph kind="bot" />
        <span class="dashes" aria-hidden="true" />
        <Glyph kind="person" />
        <strong dir="auto">{open.value ? reasonSentence(packet, desk.visitor) : reasonWords(packet)}</strong>
        {!open.value && (
          <span class="in-short" dir="auto">
            {inShort(packet, view, now.value)}
          </span>
        )}
      </summary>
      <Body packet={packet} view={view} visitor={desk.visitor} />
    </details>
  );
}

function Body({ packet, view, visitor }: { packet: HandoffPacket; view: View; visitor: string }) {
  const tones = tonesOf(view.items, packet);
  return (
    <>
      <div class="packet-parts">
        <section>
          <h3>{say("asked", { visitor })}</h3>
          <p dir="auto">{packet.question ? `“${packet.question}”` : say("asked_nothing")}</p>
        </section>
        <section>
          <h3>{say("tried")}</h3>
          <TriedList packet={packet} view={view} />
        </section>
        <section>
          <h3>{say("tone")}</h3>
          <ToneLine tones={tones} />
          <p>{toneCaption(tones, languageOf(view.items))}</p>
        </section>
      </div>
      <Facts packet={packet} view={view} />
    </>
  );
}

function TriedList({ packet, view }: { packet: HandoffPacket; view: View }) {
  const { asked, earlier } = triedFor(packet, view.items);
  return (
    <>
      {asked.length === 0 ? <p>{nothingTried(packet, view.items)}</p> : <Entries tried={asked} view={view} />}
      {earlier.length > 0 && <h3 class="earlier">{say("tried_earlier")}</h3>}
      {earlier.length > 0 && <Entries tried={earlier} view={view} />}
    </>
  );
}

function Entries({ tried, view }: { tried: readonly Tried[]; view: View }) {
  return (
    <ol>
      {tried.slice(0, 3).map((each) => (
        <TriedEntry key={each.entry_id} tried={each} outcome={outcomeOf(view.items, each)} />
      ))}
    </ol>
  );
}

function TriedEntry({ tried, outcome }: { tried: Tried; outcome: string }) {
  return (
    <li>
      <span class="tried">
        <span dir="auto">{tried.title}</span> <span class="mono">{tried.score.toFixed(2)}</span>
      </span>
      {outcome && <span class="meta">{outcome}</span>}
    </li>
  );
}

function Facts({ packet, view }: { packet: HandoffPacket; view: View }) {
  const wait = waited(view, now.value);
  const first = view.items[0];
  return (
    <dl class="facts">
      {wait && <Fact name={say(wait.over ? "fact_waited" : "fact_waits")} value={ticks(wait.ms)} />}
      {packet.page && <Fact name={say("fact_page")} value={pageWords(packet.page)} />}
      {first && <Fact name={say("fact_started")} value={clock(first.at)} />}
    </dl>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class="num">{value}</dd>
    </div>
  );
}
