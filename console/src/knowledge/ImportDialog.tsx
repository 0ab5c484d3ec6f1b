import { useSignal } from "@preact/signals";
import { useId, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { Button } from "../Button";
import { Dialog } from "../Dialog";
import { focusLost, focusOn } from "../focus";
import { say } from "../words";
import { Findings } from "./Findings";
import { Importing, type Step } from "./importing";
import type { Shelf } from "./shelf";

export function ImportDialog({ shelf, onClose }: { shelf: Shelf; onClose: () => void }) {
  const importing = useMemo(() => new Importing(shelf.api), []);
  const close = (): void => {
    importing.cancel();
    onClose();
  };
  const apply = async (): Promise<void> => {
    await importing.apply();
    void shelf.load();
  };
  return (
    <Dialog title={say("import_title")} onClose={close} wide>
      <Progress importing={importing} />
      <Stage importing={importing} onApply={apply} onClose={close} />
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

function standing({ counts, outcome }: Importing, step: Step): string {
  if (step === "checked") return say("import_summary", counts.value);
  if (step === "done") return say("import_done", outcome.value);
  return step === "choosing" || step === "failed" ? "" : say(`import_${step}`);
}

interface Props {
  importing: Importing;
  onApply: () => void;
  onClose: () => void;
}

function Stage(props: Props) {
  const { importing } = props;
  const step = importing.step.value;
  if (step === "sending" || step === "checking" || step === "applying") return <Underway importing={importing} />;
  if (step === "checked") return <Findings {...props} />;
  if (step === "done") return <Done {...props} />;
  return <Choose {...props} />;
}

function Choose({ importing, onClose }: Props) {
  const text = useSignal("");
  const empty = useSignal(false);
  const [file, paste, help] = [useId(), useId(), useId()];
  const look = (event: Event): void => {
    event.preventDefault();
    empty.value = text.value.trim() === "";
    if (!empty.value) void importing.look(text.value);
  };
  const read = async (files: FileList | null): Promise<void> => {
    if (files?.[0]) text.value = await files[0].text();
  };
  return (
    <form onSubmit={look}>
      <p id={help}>{say("import_help")}</p>
      <label for={file}>{say("import_file")}</label>
      <input
        id={file}
        type="file"
        class="field"
        accept=".csv,.tsv,.json,.txt,.md,text/*,application/json"
        onChange={({ currentTarget }) => void read(currentTarget.files)}
      />
      <label for={paste}>{say("import_paste")}</label>
      <textarea
        id={paste}
        class="field mono"
        dir="auto"
        rows={8}
        aria-describedby={help}
        value={text}
        onInput={(event) => (text.value = event.currentTarget.value)}
      />
      <p role="alert" class="problems">
        {importing.step.value === "failed" && say(importing.tooLong.value ? "import_too_long" : "import_failed")}
        {empty.value && say("import_nothing")}
      </p>
      <div class="actions">
        <Button class="button" onClick={onClose}>
          {say("cancel")}
        </Button>
        <Button type="submit" class="button primary">
          {say("import_look")}
        </Button>
      </div>
    </form>
  );
}

function Underway({ importing }: { importing: Importing }) {
  const { step, done, total } = importing;
  const known = step.value !== "applying" && total.value > 0;
  return (
    <>
      <progress aria-label={standing(importing, step.value)} {...(known && { value: done.value, max: total.value })} />
      {known && <p class="meta num">{say("import_progress", { done: done.value, total: total.value })}</p>}
      {step.value !== "applying" && (
        <div class="actions">
          <Button class="button" onClick={() => importing.cancel()}>
            {say("import_stop")}
          </Button>
        </div>
      )}
    </>
  );
}

function Done({ onClose }: Props) {
  return (
    <div class="actions">
      <Button class="button" onClick={onClose}>
        {say("dismiss")}
      </Button>
    </div>
  );
}
