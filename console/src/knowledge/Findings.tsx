import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { Button } from "../Button";
import { say, sayFirst } from "../words";
import { ImportRow, Line } from "./ImportRow";
import type { Importing, Problem, Row } from "./importing";

/** Of the long lists, as many at once. */
const SHOWN = 100;

/** What an import would do, before it does it. */
export function Findings({ importing, onApply }: { importing: Importing; onApply: () => void }) {
  const [rows, coming] = [importing.rows.value, importing.coming.value];
  const n = importing.wanted.value;
  const row = (each: Row) => <ImportRow row={each} importing={importing} />;
  return (
    <>
      <div class="findings">
        <List title={say("import_problems")} of={importing.problems.value} more={importing.moreProblems.value}>
          {(problem) => <Wrong problem={problem} />}
        </List>
        <List title={say("import_changed")} of={coming.filter(({ status }) => status === "changed")}>
          {row}
        </List>
        <List title={say("import_near")} of={coming.filter(({ near }) => near)}>
          {row}
        </List>
        <List title={say("import_new")} of={coming.filter(({ status, near }) => status === "new" && !near)}>
          {row}
        </List>
        <List title={say("import_repeats")} of={rows.filter(({ status }) => status === "repeated")}>
          {(row) => (
            <>
              <Line line={row.line} /> {row.title}{" "}
              <span class="meta">{say("import_repeats_line", { line: row.first })}</span>
            </>
          )}
        </List>
      </div>
      <div class="actions">
        <Button class="button" onClick={() => importing.again()}>
          {say("import_again")}
        </Button>
        {coming.length > 0 && (
          <Button class="button primary" off={n === 0} onClick={onApply}>
            {say("import_apply", { n })}
          </Button>
        )}
      </div>
    </>
  );
}

interface ListProps<T extends { line: number }> {
  title: string;
  of: readonly T[];
  more?: number;
  children: (item: T) => ComponentChildren;
}

function List<T extends { line: number }>({ title, of, more = 0, children }: ListProps<T>) {
  const shown = useSignal(SHOWN);
  if (of.length === 0) return null;
  return (
    <section>
      <h3>
        {title} <span class="count num">{of.length + more}</span>
      </h3>
      <ul>
        {of.slice(0, shown.value).map((item, at) => (
          <li key={`${item.line}:${at}`}>{children(item)}</li>
        ))}
      </ul>
      {of.length > shown.value && (
        <Button class="button" onClick={() => (shown.value += SHOWN)}>
          {say("import_show_more", { n: Math.min(SHOWN, of.length - shown.value) })}
        </Button>
      )}
      {more > 0 && <p class="meta">{say("import_more_problems", { n: more })}</p>}
    </section>
  );
}

function Wrong({ problem: { line, code, detail } }: { problem: Problem }) {
  return (
    <>
      <Line line={line} /> {sayFirst([`fault_${code}`, "fault_other"])}
      {detail && (
        <>
          {": "}
          <span dir="auto">{detail}</span>
        </>
      )}
    </>
  );
}
