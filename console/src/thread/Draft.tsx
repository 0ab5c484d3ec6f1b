import type { BotDraft } from "../../../chat/client/generated/wire";
import type { Item } from "../../../chat/client/types";
import { Button } from "../Button";
import type { Desk } from "../desk";
import { clock } from "../time";
import { say } from "../words";
import { botWords } from "./botWords";
import { Judge } from "./Judge";
import { RichText } from "./RichText";

interface Props {
  item: Item;
  draft: BotDraft;
  items: readonly Item[];
  desk: Desk;
}

/** What the bot would have said: ruled like its words, but dashed, for the visitor never saw it. */
export function Draft({ item, draft, items, desk }: Props) {
  const words = botWords(draft);
  return (
    <li class="said bot draft">
      <div class="ruled">
        <p class="cut">
          <strong>{say("draft")}</strong> <time dateTime={item.at}>{clock(item.at)}</time>
        </p>
        <p class="meta">{draftNote(draft)}</p>
        {words && draft.reason === null && <RichText text={words} />}
        {draft.choices.length > 0 && (
          <ul class="choices">
            {draft.choices.map(({ entry_id, title }, n) => (
              <Choice key={entry_id} title={title} answer={draft.answers[n] ?? ""} desk={desk} />
            ))}
          </ul>
        )}
        <div class="source">
          {draft.source && <span>{say("faq", { title: draft.source.title })}</span>}
          {draft.text && desk.mine && <Button onClick={() => desk.suggest(draft.text)}>{say("draft_use")}</Button>}
          <Judge items={items} seq={draft.in_reply_to} desk={desk} />
        </div>
      </div>
    </li>
  );
}

/** What the bot would have offered: who knows which one was meant sends its answer. */
function Choice({ title, answer, desk }: { title: string; answer: string; desk: Desk }) {
  return (
    <li>
      <span dir="auto">{title}</span>
      {answer && desk.mine && (
        <Button aria-label={say("draft_use_label", { title })} onClick={() => desk.suggest(answer)}>
          {say("draft_use")}
        </Button>
      )}
    </li>
  );
}

/** That only agents see it, how sure the bot is, and why it would ask for a person. */
export function draftNote({ reason, quote, confidence, choices }: BotDraft): string {
  const percent = Math.round(confidence * 100);
  if (reason === null) return say(choices.length > 0 ? "draft_unsure" : "draft_sure", { percent });
  const why = say(`reason_${reason}`);
  return say("draft_asks", { why: quote ? say("quoted", { sentence: why, quote }) : why });
}
