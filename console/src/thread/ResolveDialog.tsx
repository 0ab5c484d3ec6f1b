import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { TEXT_CHARS } from "../../../chat/client/generated/constants";
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
    await desk.act({ type: "resolve", goodbye: goodbye.value.trim() });
    onClose();
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
          {owed ? say("resolve_owed") : say("resolve_help", { visitor })}
        </p>
        <div class="actions">
          <button type="button" class="button" onClick={onClose}>
            {say("cancel")}
          </button>
          <button type="submit" class="button primary" disabled={desk.busy.value}>
            {say("resolve")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
