import { say } from "../words";
import type { Change, Importing, Row } from "./importing";

/** An entry that would come: it can be left out, and read. */
export function ImportRow({ row, importing }: { row: Row; importing: Importing }) {
  const { line, title, near, changes, status, published } = row;
  return (
    <>
      <label>
        <input
          type="checkbox"
          checked={!importing.without.value.has(line)}
          onChange={() => importing.toggle(line)}
          aria-label={say("import_take", { title })}
        />{" "}
        <Line line={line} /> <span dir="auto">{title}</span>{" "}
        {!published && <span class="meta">{say("know_hidden_row")} </span>}
        {near && (
          <span class="meta">
            {say(near.id ? "import_near_entry" : "import_near_line", { line: near.line, title: near.title })}
          </span>
        )}
      </label>
      {changes.length > 0 && (
        <details>
          <summary>{status === "new" ? say("import_says") : changes.map(inShort).join(" · ")}</summary>
          <dl>
            {changes.map((change) => (
              <Both key={change.field} change={change} fresh={status === "new"} />
            ))}
          </dl>
        </details>
      )}
    </>
  );
}

export function Line({ line }: { line: number }) {
  return <span class="mono num">{say("import_line", { line })}</span>;
}

function Both({ change: { field, was, now }, fresh }: { change: Change; fresh: boolean }) {
  const what = say(`import_field_${field}`);
  return (
    <>
      {!fresh && <dt>{say("import_was", { what })}</dt>}
      {!fresh && <dd dir="auto">{read(was)}</dd>}
      <dt>{fresh ? what : say("import_now", { what })}</dt>
      <dd dir="auto">{read(now)}</dd>
    </>
  );
}

/** "Answer · Other wordings 14 → 0". */
function inShort({ field, was, now }: Change): string {
  const what = say(`import_field_${field}`);
  if (field === "published") return read(now);
  return typeof was === "object" && typeof now === "object" ? `${what} ${was.length} → ${now.length}` : what;
}

function read(value: Change["was"]): string {
  if (typeof value === "boolean") return say(value ? "know_published" : "know_hidden");
  return (typeof value === "string" ? value : value.join("\n")) || say("import_blank");
}
