import type { ComponentChildren } from "preact";
import { Button } from "../Button";
import { say, sayFirst } from "../words";
import type { Importing, Problem, Row } from "./importing";

/** Of the long lists, as many as anybody reads. */
const SHOWN = 100;

/** What an import would do, before it does it. */
export function Findings({ importing, onApply }: { importing: Importing; onApply: () => void }) {
  const rows = importing.rows.value;
  const n = importing.wanted.value;
  return (
    <>
      <div class="findings">
        <List title={say("import_problems")} of={importing.problems.value} more={importing.moreProblems.value}>
          {(problem) => <Wrong problem={problem} />}
        </List>
        <List title={say("import_near")} of={rows.filter(({ near }) => near)}>
          {(row) => <Near row={row} importing={importing} />}
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
        <Button class="button" onClick={() => importing.cancel()}>
          {say("import_again")}
        </Button>
        <Button class="button primary" off={n === 0} onClick={onApply}>
          {say("import_apply", { n })}
        </Button>
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
  if (of.length === 0) return null;
  const rest = Math.max(0, of.length - SHOWN) + more;
  return (
    <section>
      <h3>
        {title} <span class="count num">{of.length + more}</span>
      </h3>
      <ul>
        {of.slice(0, SHOWN).map((item, at) => (
          <li key={`${item.line}:${at}`}>{children(item)}</li>
        ))}
      </ul>
      {rest > 0 && <p class="meta">{say("import_more_problems", { n: rest })}</p>}
    </section>
  );
}

function Line({ line }: { line: number }) {
  return <span class="mono num">{say("import_line", { line })}</span>;
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

function Near({ row: { line, title, near }, importing }: { row: Row; importing: Importing }) {
  const like = { line: near?.line ?? 0, title: near?.title ?? "" };
  return (
    <label>
      <input
        type="checkbox"
        checked={!importing.without.value.has(line)}
        onChange={() => importing.toggle(line)}
        aria-label={say("import_take", { title })}
      />{" "}
      <Line line={line} /> <span dir="auto">{title}</span>{" "}
      <span class="meta">{say(near?.id ? "import_near_entry" : "import_near_line", like)}</span>
    </label>
  );
}
