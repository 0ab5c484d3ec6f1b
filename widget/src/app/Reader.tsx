/** @jsxImportSource ../dom */
import { session } from "../chat";
import { fill, say } from "../words";
import { begunFor, draft, readerOf } from "./draft";
import { Glyph } from "./Glyph";

/** Words begun for one must not go to another unawares: a name, and what was left out, may be meant for Ana alone. */
export function ReaderNotice() {
  const words = readerWords();
  if (!words) return null;
  const now = readerOf(session.view.value);
  return (
    <p class="strip state">
      <Glyph kind={now === "bot" ? now : now === "person" ? "waiting" : "person"} />
      <span>{words}</span>
    </p>
  );
}

/** Empty while the reader is the one whom the draft was begun for. Whoever waits expects a person to come. */
export function readerWords(): string {
  const [then, now] = [begunFor.value, readerOf(session.view.value)];
  const name = now.slice(1);
  const same = !then || then === now || (then === "person" && now[0] === ":");
  if (same || !session.loaded.value || !draft.value.trim()) return "";
  if (now === "person") return say.reader_next;
  const reads = now === "bot" ? say.reader_bot : fill(say.reader_name, { name });
  return then[0] === ":" ? `${fill(say.reader_left, { name: then.slice(1) })} ${reads}` : reads;
}
