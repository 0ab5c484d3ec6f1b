/** @jsxImportSource ../dom */
import type { Message } from "../../../chat/client/generated/wire";
import type { Item } from "../../../chat/client/types";
import { session } from "../chat";
import { speaks } from "../hearing";
import { holdScroll, onScroll } from "../scroll";
import { day, daysAgo, say } from "../words";
import { BotBox } from "./BotMessage";
import { Boundary, type BoundaryProps } from "./Boundary";
import { boundaryOf } from "./boundaries";
import { isPeopleFirst } from "./dial";
import { MessageItem } from "./messages";
import { PendingMessage } from "./PendingMessage";
import { LateCard, QueueCard } from "./QueueCard";
import { StillThere } from "./StillThere";
import { Ticket } from "./Ticket";
import { Typing } from "./Typing";

export function Log() {
  const { items, status, late, owed } = session.view.value;
  const pending = session.pending.value;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever scrolls with the keyboard has to get there
    <main class="scroll" tabIndex={0} ref={holdScroll} onScroll={onScroll}>
      {/* Silent until history is in: only what happens from now on is read out. */}
      <div role="log" aria-live={speaks.value ? "polite" : "off"} aria-relevant="additions" aria-label={say.log}>
        <ol>
          {items[0] && <Day at={items[0].at} />}
          <li>
            <Greeting />
          </li>
          {linesOf(items).map(({ item, boundary }, index, lines) => [
            isNextDay(lines[index - 1]?.item, item) && <Day at={item.at} />,
            <Line key={item.seq} item={item} boundary={boundary} />,
          ])}
          {pending.map((entry) => (
            <li key={entry.cmid} aria-live="off">
              <PendingMessage entry={entry} />
            </li>
          ))}
        </ol>
      </div>
      <Typing />
      {owed && <Ticket owed={owed} />}
      {status === "waiting" && <QueueCard />}
      {status === "human" && late && <LateCard />}
      <StillThere />
    </main>
  );
}

/** The bot's first words, which also say who answers; the owner may add a line. */
function Greeting() {
  const line = session.site.value?.disclosure_line;
  const toPeople = isPeopleFirst() && session.view.value.status !== "bot";
  const words = toPeople ? `${say.bot_identity} ${say.reader_next}` : say.bot_greeting;
  return <BotBox text={words}>{line && <p class="source">{line}</p>}</BotBox>;
}

function Day({ at }: { at: string }) {
  return (
    <li class="day meta" aria-live="off">
      {day(at)}
    </li>
  );
}

function isNextDay(before: Item | undefined, { at }: Item): boolean {
  return before !== undefined && daysAgo(before.at) !== daysAgo(at);
}

function isMessage(item: Item): item is Item<Message> {
  return item.event.kind === "message";
}

interface Shown {
  item: Item;
  boundary: BoundaryProps | null;
}

/** What visitors see of a conversation's events. */
function linesOf(items: readonly Item[]): Shown[] {
  const all = items.map((item) => ({ item, boundary: boundaryOf(item, items) }));
  return all.filter(({ item, boundary }) => boundary || isMessage(item));
}

function Line({ item, boundary }: Shown) {
  if (boundary)
    return (
      <li>
        <Boundary {...boundary} />
      </li>
    );
  if (!isMessage(item)) return null;
  return (
    // What one wrote oneself need not be read back.
    <li aria-live={item.event.author_kind === "visitor" ? "off" : undefined}>
      <MessageItem item={item} {...placeOf(item)} />
    </li>
  );
}

/** Whether this is the last word, and how far it got. */
function placeOf(item: Item<Message>): { latest: boolean; state: "sent" | "read" | null } {
  const { view, readUpTo, pending } = session;
  const messages = view.value.items.filter(isMessage);
  const latest =
    messages.at(-1)?.seq === item.seq &&
    !pending.value.some(({ frame }) => frame.type === "send") &&
    view.value.status === "bot";
  const mine = messages.findLast(({ event }) => event.author_kind === "visitor");
  if (mine?.seq !== item.seq) return { latest, state: null };
  return { latest, state: readUpTo.value >= item.seq ? "read" : "sent" };
}
