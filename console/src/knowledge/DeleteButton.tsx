import { useSignal } from "@preact/signals";
import { Button } from "../Button";
import { Dialog } from "../Dialog";
import { say } from "../words";
import type { Editing } from "./editing";
import type { Shelf } from "./shelf";

export function DeleteButton({ shelf, editing }: { shelf: Shelf; editing: Editing }) {
  const asking = useSignal(false);
  const remove = (): void => {
    // What goes wrong is said in the editor.
    asking.value = false;
    void shelf.remove(editing);
  };
  return (
    <>
      <Button class="button" off={editing.busy.value} onClick={() => (asking.value = true)}>
        {say("delete")}
      </Button>
      {asking.value && (
        <Dialog title={say("know_delete_title")} onClose={() => (asking.value = false)}>
          <p>{say("know_delete_ask")}</p>
          <div class="actions">
            <Button class="button" onClick={() => (asking.value = false)}>
              {say("cancel")}
            </Button>
            <Button class="button primary" onClick={remove}>
              {say("delete")}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
