import { useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../Button";
import { now } from "../clock";
import { focusLost, focusSoon } from "../focus";
import { addressOfEntry } from "../route";
import { clockAndDay } from "../time";
import { say } from "../words";
import { ConflictNote } from "./ConflictNote";
import { DeleteButton } from "./DeleteButton";
import type { Editing } from "./editing";
import { Area, Field, Lines } from "./fields";
import { History } from "./History";
import { Languages } from "./Languages";
import { PictureButton } from "./PictureDialog";
import { Preview, type Reading } from "./Preview";
import { KNOWN_PLACEHOLDERS } from "./placeholders";
import type { Shelf } from "./shelf";

interface Props {
  shelf: Shelf;
  editing: Editing;
}

export function Editor({ shelf, editing, reading }: Props & { reading: Reading }) {
  const form = useRef<HTMLFormElement>(null);
  const save = async (event?: Event): Promise<void> => {
    event?.preventDefault();
    const stored = await editing.save();
    if (stored) shelf.saved(stored, editing);
    else focusSoon(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]"));
  };
  const begin = (): void => form.current?.querySelector<HTMLElement>(editing.entry ? "h2" : "input")?.focus();
  useLayoutEffect(begin, []);
  useLayoutEffect(() => {
    if (focusLost()) begin();
  }, [editing, editing.conflict.value]);
  return (
    <form class="entry-form" ref={form} onSubmit={save} noValidate>
      <Head shelf={shelf} editing={editing} />
      <div class="entry-body">
        <ConflictNote shelf={shelf} editing={editing} onKeep={save} />
        <p class="problems" role="alert">
          {editing.notice.value || editing.faults.value.other}
        </p>
        <Fields shelf={shelf} editing={editing} reading={reading} />
      </div>
    </form>
  );
}

function Head({ shelf, editing }: Props) {
  const { draft, changed, busy, conflict } = editing;
  return (
    <header class="entry-head">
      <a class="button plain back" href={addressOfEntry("")}>
        {say("know_back")}
      </a>
      <div class="entry-name">
        <h2 tabIndex={-1} dir="auto">
          {draft.value.title.trim() || say("know_untitled")}
        </h2>
        <p class="meta" role="status">
          {state(editing)}
        </p>
      </div>
      <div class="verbs">
        {editing.entry && <History shelf={shelf} editing={editing} />}
        {(editing.entry || changed.value) && <DeleteButton shelf={shelf} editing={editing} />}
        <Button type="submit" class="button primary" off={busy.value || !changed.value || conflict.value !== null}>
          {say("know_save")}
        </Button>
      </div>
    </header>
  );
}

function state({ entry, changed, savedNow }: Editing): string {
  if (changed.value) return say(entry ? "know_changed" : "know_new_state");
  if (savedNow.value) return say(entry?.published ? "know_saved_now" : "know_saved_hidden");
  return entry ? say("know_saved", { time: clockAndDay(entry.updated_at, now.peek()) }) : say("know_new_state");
}

function Fields({ shelf, editing, reading }: Props & { reading: Reading }) {
  const { draft, faults } = editing;
  const { title, paraphrases, answer, tags, published } = draft.value;
  const { title: badTitle, paraphrases: badLines, answer: badAnswer, tags: badTags } = faults.value;
  const area = useRef<HTMLTextAreaElement>(null);
  return (
    <>
      <Field
        label={say("know_title")}
        value={title}
        bad={badTitle}
        maxLength={200}
        onText={(text) => editing.change({ title: text })}
      />
      <Lines
        label={say("know_paraphrases")}
        help={say("know_paraphrases_help")}
        lines={paraphrases}
        bad={badLines}
        onLines={(lines) => editing.change({ paraphrases: lines })}
      />
      <Area
        label={say("know_answer")}
        help={say("know_answer_help", { known: KNOWN_PLACEHOLDERS })}
        area={area}
        value={answer}
        bad={badAnswer}
        rows={8}
        maxLength={10_000}
        onText={(text) => editing.change({ answer: text })}
      />
      <PictureButton shelf={shelf} editing={editing} area={area} />
      <Preview answer={answer} reading={reading} />
      <Field
        label={say("know_tags")}
        help={say("know_tags_help")}
        value={tags.join(", ")}
        bad={badTags}
        onText={(text) => editing.change({ tags: text.split(",").map((tag) => tag.trimStart()) })}
      />
      <Languages shelf={shelf} editing={editing} />
      <Button
        class="switch"
        role="switch"
        aria-checked={published}
        onClick={() => editing.change({ published: !published })}
      >
        <span class="track machine" aria-hidden="true" />
        {say(published ? "know_on" : "know_off")}
      </Button>
    </>
  );
}
