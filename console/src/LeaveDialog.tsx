import { type Signal, useSignal } from "@preact/signals";
import { TEXT_CHARS } from "../../chat/client/generated/constants";
import type { InboxRow } from "../../chat/client/generated/wire";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import type { Desk } from "./desk";
import { lastWords } from "./inbox/rowWords";
import { type Choice, carryOut, FATES, firstChoice, type Leaving } from "./leaving";
import { visitorName } from "./names";
import { say } from "./words";

type Choices = Signal<ReadonlyMap<string, Choice>>;

/** Going with chats open: each of them is named, and gets an end or somebody else. */
export function LeaveDialog({ desk, leaving }: { desk: Desk; leaving: Leaving }) {
  const choices: Choices = useSignal(new Map());
  const problems = useSignal<readonly string[]>([]);
  const busy = useSignal(false);
  const rows = desk.myRows.value;
  const choiceOf = (row: InboxRow): Choice => choices.value.get(row.conversation) ?? firstChoice(leaving.why);
  const close = (): void => {
    desk.leaving.value = null;
  };
  const leave = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy.value) return;
    busy.value = true;
    problems.value = await carryOut(
      desk.session,
      rows.map((row) => [row, choiceOf(row)] as const),
    );
    busy.value = false;
    if (problems.value.length > 0) return;
    close();
    leaving.go();
  };
  return (
    <Dialog title={say(`leave_title_${leaving.why}`)} onClose={close} wide>
      <form onSubmit={leave}>
        <p>{say(`leave_note_${leaving.why}`)}</p>
        {rows.map((row) => (
          <OneChat key={row.conversation} row={row} desk={desk} leaving={leaving} choices={choices} />
        ))}
        <div role="alert" class="problems">
          {problems.value.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </div>
        <div class="actions">
          <button type="button" class="button" onClick={close}>
            {say(`leave_stay_${leaving.why}`)}
          </button>
          <Button type="submit" class="button primary" off={busy.value}>
            {say(`leave_go_${leaving.why}`)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface OneProps {
  row: InboxRow;
  desk: Desk;
  leaving: Leaving;
  choices: Choices;
}

function OneChat({ row, desk, leaving: { why }, choices }: OneProps) {
  const choice = choices.value.get(row.conversation) ?? firstChoice(why);
  const choose = (change: Partial<Choice>): void => {
    choices.value = new Map(choices.value).set(row.conversation, { ...choice, ...change });
  };
  return (
    <fieldset class="fate">
      <legend>{visitorName(row.visitor)}</legend>
      <p class="words" dir="auto">
        {lastWords(row, desk.session.me.value)}
      </p>
      <div class="fates">
        {FATES.map((fate) => (
          <label key={fate} class="check">
            <input
              type="radio"
              name={`fate-${row.conversation}`}
              checked={choice.fate === fate}
              onChange={() => choose({ fate })}
            />
            {say(fate === "keep" ? `keep_${why}` : `fate_${fate}`)}
          </label>
        ))}
      </div>
      {choice.fate === "resolve" && <Goodbye row={row} choice={choice} choose={choose} />}
    </fieldset>
  );
}

function Goodbye({
  row,
  choice,
  choose,
}: {
  row: InboxRow;
  choice: Choice;
  choose: (change: Partial<Choice>) => void;
}) {
  const label = say("resolve_label", { visitor: visitorName(row.visitor) });
  return (
    <textarea
      class="field"
      rows={2}
      dir="auto"
      aria-label={label}
      maxLength={TEXT_CHARS}
      required={row.reference !== null}
      value={choice.goodbye}
      onInput={(event) => choose({ goodbye: event.currentTarget.value })}
    />
  );
}
