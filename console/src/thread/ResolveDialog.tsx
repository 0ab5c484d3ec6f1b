import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { TEXT_CHARS } from "../../../chat/client/generated/constants";
import { Button } from "../Button";
import { Dialog } from "../Dialog";
import type { Desk } from "../desk";
import { say } from "../words";

/** The goodbye is the agent's own words: it can be changed or emptied before the chat closes. */
export function ResolveDialog({ desk, onClose }: { desk: Desk; onClose: () => void }) {
  const goodbye = useSignal(say("resolve_goodbye"));
  const [field, help] = [useId(), useId()];
  const owed = desk.watched.value?.view.value.owed;
  const visitor = desk.visitor;
  const resolve = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (await desk.act({ type: "resolve", goodbye: goodbye.value.trim() })) onClose();
  };
  return (
    <Dialog title={say("resolve_title")} onClose={onClose}>
      <form onSubmit={resolve}>
        <label for={field}>{say("resolve_label", { visitor })}</label>
        <textarea
          id={field}
          class="field"
          rows={3}
          maxLength={TEXT_CHARS}
          required={Boolean(owed)}
          aria-describedby={help}
          value={goodbye}
          onInput={(event) => (goodbye.value = event.currentTarget.value)}
        />
        <p id={help} class="meta">
          {say(owed ? "resolve_owed" : "resolve_help", { visitor })}
        </p>
        <p role="alert" class="problems">
          {desk.notice.value}
        </p>
        <div class="actions">
          <button type="button" class="button" onClick={onClose}>
            {say("cancel")}
          </button>
          <Button type="submit" class="button primary" off={desk.busy.value}>
            {say("resolve")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
