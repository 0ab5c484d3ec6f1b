import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { Button } from "../Button";
import { say } from "../words";
import type { Importing } from "./importing";

/** A file or a pasted text; what was wrong with the last one stays until it is looked at again. */
export function ImportChoose({ importing, onClose }: { importing: Importing; onClose: () => void }) {
  const { text } = importing;
  const empty = useSignal(false);
  const [file, paste, help] = [useId(), useId(), useId()];
  const look = (event: Event): void => {
    event.preventDefault();
    empty.value = text.value.trim() === "";
    if (!empty.value) void importing.look();
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
        onChange={({ currentTarget: { files } }) => files?.[0] && void importing.read(files[0])}
      />
      <label for={paste}>{say("import_paste")}</label>
      <textarea
        id={paste}
        class="field mono"
        dir="auto"
        rows={8}
        aria-describedby={help}
        value={text}
        onPaste={() => (importing.kind = "auto")}
        onInput={(event) => (text.value = event.currentTarget.value)}
      />
      <p role="alert" class="problems">
        {importing.step.value === "failed" && wrong(importing)}
        {empty.value && importing.step.value !== "failed" && say("import_nothing")}
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

function wrong({ failure, refused }: Importing): string {
  if (refused.value) return say(`import_wrong_${refused.value.code}`, { ...refused.value });
  return say(`import_${failure.value}`);
}
