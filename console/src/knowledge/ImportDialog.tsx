import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { Button } from "../Button";
import { Dialog } from "../Dialog";
import { focusLost, focusOn } from "../focus";
import { say } from "../words";
import { Findings } from "./Findings";
import { ImportChoose } from "./ImportChoose";
import { doneWords, Importing, type Step } from "./importing";
import type { Shelf } from "./shelf";

export function ImportDialog({ shelf, onClose }: { shelf: Shelf; onClose: () => void }) {
  const importing = useMemo(() => new Importing(shelf.api), []);
  const close = (): void => {
    importing.cancel();
    onClose();
  };
  const after = async (done: Promise<void>): Promise<void> => {
    await done;
    void shelf.reload();
  };
  return (
    <Dialog title={say("import_title")} onClose={close} wide>
      <Progress importing={importing} />
      <Stage
        importing={importing}
        onApply={() => void after(importing.apply())}
        onUndo={() => void after(importing.undo())}
        onClose={close}
      />
    </Dialog>
  );
}

/** How it stands: one region from the start, as one that just appeared would not be read out. */
function Progress({ importing }: { importing: Importing }) {
  const region = useRef<HTMLParagraphElement>(null);
  const step = importing.step.value;
  useLayoutEffect(() => {
    if (focusLost()) focusOn(region.current?.closest("dialog")?.querySelector("h2"));
  }, [step]);
  return (
    <p ref={region} role="status" class="standing">
      {standing(importing, step)}
    </p>
  );
}

function standing({ counts, unpublished, outcome, undone }: Importing, step: Step): string {
  const n = unpublished.value;
  if (step === "checked") return [say("import_summary", counts.value), n > 0 && hidden(n)].filter(Boolean).join(" ");
  if (step === "done") return doneWords(outcome.value);
  const { deleted, restored } = undone.value;
  if (step === "undone") return say("import_undone", { deleted: deleted.length, restored: restored.length });
  return step === "choosing" || step === "failed" ? "" : say(`import_${step}`);
}

const hidden = (n: number): string => say(n === 1 ? "import_hidden_one" : "import_hidden", { n });

interface Props {
  importing: Importing;
  onApply: () => void;
  onUndo: () => void;
  onClose: () => void;
}

function Stage(props: Props) {
  const { importing } = props;
  const step = importing.step.value;
  if (step === "checked") return <Findings {...props} />;
  if (step === "done" || step === "undone") return <Done {...props} />;
  if (step === "choosing" || step === "failed") return <ImportChoose {...props} />;
  return <Underway importing={importing} />;
}

function Underway({ importing }: { importing: Importing }) {
  const { step, done, total } = importing;
  const stoppable = step.value !== "applying" && step.value !== "undoing";
  const known = stoppable && total.value > 0;
  return (
    <>
      <progress aria-label={standing(importing, step.value)} {...(known && { value: done.value, max: total.value })} />
      {known && <p class="meta num">{say("import_progress", { done: done.value, total: total.value })}</p>}
      {stoppable && (
        <div class="actions">
          <Button class="button" onClick={() => importing.cancel()}>
            {say("import_stop")}
          </Button>
        </div>
      )}
    </>
  );
}

function Done({ importing: { step, stays, undone, coming }, onUndo, onClose }: Props) {
  const { edited } = undone.value;
  return (
    <>
      <p role="alert" class="problems">
        {stays.value && say(`import_stays_${stays.value}`)}
      </p>
      {step.value === "undone" && edited.length > 0 && (
        <div class="findings">
          <h3>{say("import_edited")}</h3>
          <ul>
            {edited.map((title) => (
              <li key={title} dir="auto">
                {title}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div class="actions">
        {step.value === "done" && coming.value.length > 0 && (
          <Button class="button" onClick={onUndo}>
            {say("import_undo")}
          </Button>
        )}
        <Button class="button" onClick={onClose}>
          {say("dismiss")}
        </Button>
      </div>
    </>
  );
}
