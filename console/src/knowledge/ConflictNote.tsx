import { useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../Button";
import { say } from "../words";
import type { Conflict, Editing, Shown } from "./editing";
import type { Shelf } from "./shelf";
import type { Entry } from "./types";

interface Props {
  shelf: Shelf;
  editing: Editing;
  onKeep: () => void;
}

/** Somebody saved this entry since it was read: the owner chooses, and neither wording is lost, for both are in the history. */
export function ConflictNote({ editing, ...rest }: Props) {
  const conflict = editing.conflict.value;
  return conflict && <Note conflict={conflict} editing={editing} {...rest} />;
}

function Note({ conflict, shelf, editing, onKeep }: Props & { conflict: Conflict }) {
  const box = useRef<HTMLDivElement>(null);
  // Who saved may have scrolled to the end.
  useLayoutEffect(() => box.current?.scrollIntoView({ block: "nearest" }), [conflict]);
  const { current, yours } = conflict;
  const differs = editing.differs.value;
  const by = conflict.by || say("know_somebody");
  const others = differs.filter((field) => field !== "title" && field !== "answer");
  const worded = others.length < differs.length;
  const same = others.length > 0 ? "know_says_same" : "know_says_all";
  return (
    <div class="conflict" role="alert" ref={box}>
      <p>
        {say(yours ? "know_conflict_yours" : "know_conflict", { by })} {say(worded ? "know_now_says" : same)}
      </p>
      {worded && (
        <blockquote dir="auto">
          <strong>{current.title}</strong>
          <br />
          {current.answer}
        </blockquote>
      )}
      {others.length > 0 && (
        <ul>
          {others.map((field) => (
            <Other key={field} field={field} current={current} />
          ))}
        </ul>
      )}
      <div class="actions">
        <Button class="button" onClick={() => shelf.saved(current, editing)}>
          {say(yours ? "know_take_yours" : "know_take_theirs", { by })}
        </Button>
        <Button class="button" off={editing.busy.value} onClick={onKeep}>
          {say("know_keep_mine")}
        </Button>
      </div>
    </div>
  );
}

type OtherField = Exclude<Shown, "title" | "answer">;

function Other({ field, current }: { field: OtherField; current: Entry }) {
  if (field === "published") return <li>{say(current.published ? "know_now_published" : "know_now_hidden")}</li>;
  return (
    <li>
      {say(`know_${field}`)}: <span dir="auto">{current[field].join(" · ") || say("import_blank")}</span>
    </li>
  );
}
