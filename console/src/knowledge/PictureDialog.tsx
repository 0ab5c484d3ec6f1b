import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useId } from "preact/hooks";
import { Refusal } from "../api";
import { Button } from "../Button";
import { Dialog } from "../Dialog";
import { focusSoon } from "../focus";
import { say } from "../words";
import type { Editing } from "./editing";
import { putPicture } from "./putPicture";
import type { Shelf } from "./shelf";

interface Props {
  shelf: Shelf;
  editing: Editing;
  /** Where its cursor is, the picture goes. */
  area: RefObject<HTMLTextAreaElement | null>;
}

export function PictureButton(props: Props) {
  const open = useSignal(false);
  return (
    <>
      <Button class="button" onClick={() => (open.value = true)}>
        {say("picture_open")}
      </Button>
      {open.value && <PictureDialog {...props} onClose={() => (open.value = false)} />}
    </>
  );
}

/** Puts a picture where the cursor was. What it shows must be said in words, for those who don't see it. */
function PictureDialog({ shelf, editing, area, onClose }: Props & { onClose: () => void }) {
  const [file, alt, help] = [useId(), useId(), useId()];
  const chosen = useSignal<File | null>(null);
  const words = useSignal("");
  const busy = useSignal(false);
  const notice = useSignal("");
  const add = async (event: Event): Promise<void> => {
    event.preventDefault();
    const text = words.value.replace(/[[\]\s]+/g, " ").trim();
    if (!chosen.value || !text) {
      notice.value = say("picture_needs");
      return;
    }
    busy.value = true;
    try {
      const { address } = await shelf.api.addPicture(chosen.value, text);
      const before = editing.draft.value.answer;
      const { answer, cursor } = putPicture(
        before,
        area.current?.selectionEnd ?? before.length,
        `![${text}](${address})`,
      );
      editing.change({ answer });
      onClose();
      focusSoon(() => {
        area.current?.setSelectionRange(cursor, cursor);
        return area.current;
      });
    } catch (error) {
      notice.value = say(error instanceof Refusal ? "picture_refused" : "picture_unanswered");
    } finally {
      busy.value = false;
    }
  };
  return (
    <Dialog title={say("picture_title")} onClose={onClose}>
      <form onSubmit={add} noValidate>
        <label for={file}>{say("picture_file")}</label>
        <input
          id={file}
          type="file"
          class="field"
          accept="image/png,image/jpeg,image/webp,image/gif"
          onChange={({ currentTarget }) => (chosen.value = currentTarget.files?.[0] ?? null)}
        />
        <label for={alt}>{say("picture_alt")}</label>
        <input
          id={alt}
          class="field"
          dir="auto"
          maxLength={300}
          aria-describedby={help}
          value={words}
          onInput={(event) => (words.value = event.currentTarget.value)}
        />
        <p id={help} class="meta">
          {say("picture_alt_help")}
        </p>
        <p role="alert" class="problems">
          {notice.value}
        </p>
        <div class="actions">
          <Button class="button" onClick={onClose}>
            {say("cancel")}
          </Button>
          <Button type="submit" class="button primary" off={busy.value}>
            {say("picture_add")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
