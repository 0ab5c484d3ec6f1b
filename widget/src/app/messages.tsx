/** @jsxImportSource ../dom */
import type { Message } from "../../../chat/client/generated/wire";
import type { Item } from "../../../chat/client/types";
import { firstName } from "../people";
import { clock, say } from "../words";
import { Avatar } from "./Avatar";
import { BotMessage } from "./BotMessage";
import { Icon } from "./Icon";
import { RichText } from "./RichText";

export function PersonMessage({ item }: { item: Item<Message> }) {
  const name = item.event.author?.name ?? say.person;
  return (
    <div class="person">
      <p class="meta">
        <strong>{firstName(name)}</strong> · <bdi>{clock(item.at)}</bdi>
      </p>
      <Avatar name={name} />
      <div class="bubble">
        <RichText text={item.event.text} />
      </div>
    </div>
  );
}

/** `state` stands under the latest message only. */
export function VisitorMessage({ item, state }: { item: Item<Message>; state: "sent" | "read" | null }) {
  return (
    <div class="you">
      <div class="bubble">
        <span class="hush">
          {say.you}, {clock(item.at)}
        </span>
        <p dir="auto">{item.event.text}</p>
      </div>
      {state && (
        <p class="meta">
          {say[state]} <Icon name="tick" />
        </p>
      )}
    </div>
  );
}

export interface MessageProps {
  item: Item<Message>;
  latest: boolean;
  state: "sent" | "read" | null;
}

export function MessageItem({ item, latest, state }: MessageProps) {
  switch (item.event.author_kind) {
    case "visitor":
      return <VisitorMessage item={item} state={state} />;
    case "agent":
      return <PersonMessage item={item} />;
    default:
      return <BotMessage item={item} latest={latest} />;
  }
}
