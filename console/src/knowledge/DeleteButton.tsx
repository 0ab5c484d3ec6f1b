import { useSignal } from "@preact/signals";
import { Button } from "../Button";
import { Dialog } from "../Dialog";
import { say } from "../words";
import type { Editing } from "./editing";
import type { Shelf } from "./shelf";

/** Of an entry, or of a draft that was never saved. */
export function DeleteButton({ shelf, editing }: { shelf: Shelf; editing: Editing }) {
  const asking = useSignal(false);
  const [verb, title, ask] = editing.entry
    ? ([say("delete"), say("know_delete_title"), say("know_delete_ask")] as const)
    : ([say("know_discard"), say("know_discard_title"), say("know_discard_ask")] as const);
  const remove = (): void => {
    // What goes wrong is said in the editor.
    asking.value = false;
    void shelf.remove(editing);
  };
  return (
    <>
      <Button class="button" off={editing.busy.value} onClick={() => (asking.value = true)}>
        {verb}
      </Button>
      {asking.value && (
        <Dialog title={title} onClose={() => (asking.value = false)}>
          <p>{ask}</p>
          <div class="actions">
            <Button class="button" onClick={() => (asking.value = false)}>
              {say("cancel")}
            </Button>
            <Button class="button primary" onClick={remove}>
              {verb}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
