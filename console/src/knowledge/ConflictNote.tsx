import { Button } from "../Button";
import { say } from "../words";
import type { Editing } from "./editing";
import type { Shelf } from "./shelf";

/** Somebody saved this entry since it was read: the owner chooses, and neither wording is lost, for both are in the history. */
export function ConflictNote({ shelf, editing, onKeep }: { shelf: Shelf; editing: Editing; onKeep: () => void }) {
  const conflict = editing.conflict.value;
  if (!conflict) return null;
  const by = conflict.by || say("know_somebody");
  return (
    <div class="conflict" role="alert">
      <p>{say("know_conflict", { by })}</p>
      <blockquote dir="auto">
        <strong>{conflict.current.title}</strong>
        <br />
        {conflict.current.answer}
      </blockquote>
      <div class="actions">
        <Button class="button" onClick={() => shelf.saved(conflict.current, editing)}>
          {say("know_take_theirs", { by })}
        </Button>
        <Button class="button" off={editing.busy.value} onClick={onKeep}>
          {say("know_keep_mine")}
        </Button>
      </div>
    </div>
  );
}
