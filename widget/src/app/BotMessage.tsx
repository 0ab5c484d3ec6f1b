/** @jsxImportSource ../dom */
import type { Message } from "../../../chat/client/generated/wire";
import type { Item } from "../../../chat/client/types";
import { session } from "../chat";
import type { Child } from "../dom/jsx-runtime";
import { fill, say } from "../words";
import { botWords } from "./botWords";
import { Icon } from "./Icon";
import { RichText } from "./RichText";

export function BotBox({ text, children }: { text: string; children?: Child }) {
  return (
    <div class="box">
      <b class="label">{say.bot}</b>
      <div class="text">
        <RichText text={text} />
      </div>
      {children}
    </div>
  );
}

/** `latest`: nothing was said since, so its choices still make sense. */
export function BotMessage({ item, latest }: { item: Item<Message>; latest: boolean }) {
  const { availability } = session;
  const { event } = item;
  return (
    <BotBox text={botWords(event, availability.value)}>
      {event.source && <p class="source">{fill(say.source, { title: event.source.title })}</p>}
      {latest && event.choices.length > 0 && <Choices titles={event.choices.map(({ title }) => title)} />}
      {event.source && <Rating item={item} />}
    </BotBox>
  );
}

function Choices({ titles }: { titles: readonly string[] }) {
  return (
    <div class="rows">
      {titles.map((title) => (
        <button key={title} type="button" onClick={() => session.send(title)}>
          <span dir="auto">{title}</span>
          <Icon name="chevron" />
        </button>
      ))}
      <button type="button" onClick={() => session.send(say.none_of_these)}>
        {say.none_of_these}
      </button>
    </div>
  );
}

function Rating({ item }: { item: Item<Message> }) {
  const asked = session.pending.value.find(({ frame }) => frame.type === "rate" && frame.seq === item.seq);
  const helped = asked?.frame.type === "rate" ? asked.frame.helped : item.helped;
  const withBot = session.view.value.status === "bot";
  if (helped !== null) {
    return (
      <div class="cells">
        <span>{helped ? say.helped_yes : say.helped_no}</span>
        {/* There is no taking back, but another answer; "no" is then what it always is. */}
        {helped && withBot && (
          <button type="button" aria-live="off" onClick={() => session.rate(item.seq, false)}>
            {say.rate_no}
          </button>
        )}
      </div>
    );
  }
  if (!withBot) return null;
  return (
    <div class="cells">
      <span>{say.helped_ask}</span>
      <button type="button" onClick={() => session.rate(item.seq, true)}>
        {say.yes}
      </button>
      <button type="button" onClick={() => session.rate(item.seq, false)}>
        {say.no}
      </button>
    </div>
  );
}
