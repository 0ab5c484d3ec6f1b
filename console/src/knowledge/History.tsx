import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "../Button";
import { now } from "../clock";
import { Dialog } from "../Dialog";
import { clockAndDay } from "../time";
import { say } from "../words";
import type { Editing } from "./editing";
import type { Shelf } from "./shelf";
import type { Version } from "./types";
import { changesIn } from "./versions";

interface Props {
  shelf: Shelf;
  editing: Editing;
}

export function History(props: Props) {
  const open = useSignal(false);
  return (
    <>
      <Button class="button" onClick={() => (open.value = true)}>
        {say("know_history")}
      </Button>
      {open.value && <Versions {...props} onClose={() => (open.value = false)} />}
    </>
  );
}

/** Who changed it, when, and to what; each other wording can come back, as a new one. */
function Versions({ shelf, editing, onClose }: Props & { onClose: () => void }) {
  const versions = useSignal<readonly Version[] | null>(null);
  const failed = useSignal(false);
  useEffect(() => {
    shelf.api.history(editing.id).then(
      (found) => (versions.value = found),
      () => (failed.value = true),
    );
  }, []);
  const restore = async (revision: number): Promise<void> => {
    try {
      shelf.saved(await shelf.api.restore(editing.id, revision), editing);
      onClose();
    } catch {
      failed.value = true;
    }
  };
  return (
    <Dialog title={say("know_history_title")} onClose={onClose} wide>
      <p role="status">{failed.value ? say("problem_other") : versions.value === null && say("page_loading")}</p>
      <ol class="versions">
        {changesIn(versions.value ?? []).map(({ version, only, comesBack }) => (
          <li key={version.revision}>
            <Change version={version} only={only} />
            {comesBack && (
              <Button class="button" onClick={() => void restore(version.revision)}>
                {say("know_restore")}
              </Button>
            )}
          </li>
        ))}
      </ol>
      <div class="actions">
        <Button class="button" onClick={onClose}>
          {say("dismiss")}
        </Button>
      </div>
    </Dialog>
  );
}

type ChangeProps = Pick<ReturnType<typeof changesIn>[number], "version" | "only">;

function Change({ version: { change, by, at, content }, only }: ChangeProps) {
  const state = only ? (`know_only_${only}` as const) : content.published ? "know_published" : "know_hidden";
  return (
    <div>
      <p>
        <strong>{say(`know_change_${change}`, { by: by || say("know_nobody") })}</strong>{" "}
        <span class="meta num">{clockAndDay(at, now.peek())}</span> <span class="meta">{say(state)}</span>
      </p>
      <p dir="auto">{content.title}</p>
      <p class="was" dir="auto">
        {content.answer}
      </p>
    </div>
  );
}
