import type { ComponentChildren, RefObject } from "preact";
import { useId } from "preact/hooks";

interface Common {
  label: string;
  help?: string | undefined;
  /** What is wrong with it. */
  bad?: string | undefined;
}

interface TextProps extends Common {
  value: string;
  maxLength?: number;
  onText: (text: string) => void;
}

export function Field({ label, help, bad, value, maxLength, onText }: TextProps) {
  const id = useId();
  return (
    <Labelled id={id} label={label} help={help} bad={bad}>
      <input
        id={id}
        class="field"
        dir="auto"
        value={value}
        {...(maxLength && { maxLength })}
        aria-describedby={`${id}-help`}
        aria-invalid={bad ? "true" : undefined}
        onInput={(event) => onText(event.currentTarget.value)}
      />
    </Labelled>
  );
}

interface AreaProps extends TextProps {
  rows: number;
  /** Whoever puts something in must know where its cursor is. */
  area?: RefObject<HTMLTextAreaElement | null>;
}

export function Area({ label, help, bad, value, rows, maxLength, area, onText }: AreaProps) {
  const id = useId();
  return (
    <Labelled id={id} label={label} help={help} bad={bad}>
      <textarea
        id={id}
        {...(area && { ref: area })}
        class="field"
        dir="auto"
        rows={rows}
        value={value}
        {...(maxLength && { maxLength })}
        aria-describedby={`${id}-help`}
        aria-invalid={bad ? "true" : undefined}
        onInput={(event) => onText(event.currentTarget.value)}
      />
    </Labelled>
  );
}

/** A text on each line, so that a list can be pasted. */
export function Lines({
  lines,
  onLines,
  ...rest
}: Common & { lines: readonly string[]; onLines: (lines: string[]) => void }) {
  const rows = Math.min(12, Math.max(3, lines.length + 1));
  return <Area {...rest} rows={rows} value={lines.join("\n")} onText={(text) => onLines(text.split("\n"))} />;
}

function Labelled({ id, label, help, bad, children }: Common & { id: string; children: ComponentChildren }) {
  return (
    <div class="labelled">
      <label for={id}>{label}</label>
      {children}
      <p id={`${id}-help`} class={bad ? "problems" : "meta"} aria-live="polite">
        {bad ?? help}
      </p>
    </div>
  );
}
