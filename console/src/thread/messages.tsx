import type { Message } from "../../../chat/client/generated/wire";
import type { Item } from "../../../chat/client/types";
import { Avatar } from "../Avatar";
import type { Desk } from "../desk";
import { firstName } from "../names";
import { clock } from "../time";
import { say } from "../words";
import { botWords } from "./botWords";
import { Judge } from "./Judge";
import { RichText } from "./RichText";

interface Props {
  item: Item;
  message: Message;
}

export function VisitorMessage({ item, message, visitor }: Props & { visitor: string }) {
  return (
    <li class="said visitor">
      <Avatar name={visitor} visitor />
      <div>
        <p class="by">
          <strong>{visitor}</strong> <time dateTime={item.at}>{clock(item.at)}</time>
        </p>
        <p class="bubble" dir="auto">
          {message.text}
        </p>
      </div>
    </li>
  );
}

/** `read`: the visitor has seen it. */
export function AgentMessage({ item, message, mine, read }: Props & { mine: boolean; read: boolean }) {
  const name = message.author?.name ?? "";
  return (
    <li class={mine ? "said agent mine" : "said agent"}>
      <div>
        <p class="by">
          <strong>{mine ? say("you") : firstName(name)}</strong> <time dateTime={item.at}>{clock(item.at)}</time>,{" "}
          {say(read ? "read" : "sent")}
        </p>
        <div class="bubble">
          <RichText text={message.text} />
        </div>
      </div>
      <Avatar name={name} />
    </li>
  );
}

interface BotProps extends Props {
  visitor: string;
  items: readonly Item[];
  desk: Desk;
}

/** Ruled, never filled, with its name cut into the rule. */
export function BotMessage(props: BotProps) {
  const { item, message } = props;
  return (
    <li class="said bot">
      <div class="ruled">
        <p class="cut">
          <strong>{say("bot")}</strong> <time dateTime={item.at}>{clock(item.at)}</time>
        </p>
        <RichText text={botWords(message)} />
        {message.choices.length > 0 && (
          <ul class="choices">
            {message.choices.map((choice) => (
              <li key={choice.entry_id} dir="auto">
                {choice.title}
              </li>
            ))}
          </ul>
        )}
        <Footer {...props} />
      </div>
    </li>
  );
}

function Footer({ item, message, visitor, items, desk }: BotProps) {
  const rated = item.helped === null ? "" : say(item.helped ? "said_helped" : "said_not_helped", { visitor });
  if (!message.source && !rated) return null;
  return (
    <div class="source">
      {message.source && <span>{say("faq", { title: message.source.title })}</span>}
      {rated && <strong>{rated}</strong>}
      {message.source && message.in_reply_to !== null && <Judge items={items} seq={message.in_reply_to} desk={desk} />}
    </div>
  );
}
