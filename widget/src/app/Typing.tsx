/** @jsxImportSource ../dom */
import { session } from "../chat";
import { firstName } from "../people";
import { fill, say } from "../words";
import { Avatar } from "./Avatar";

/** Only people write; the bot answers at once and never pretends to type. Said once, however long they write. */
export function Typing() {
  const words = typingWords();
  if (!words) return null;
  return (
    <div class="person">
      <p class="meta">{words}</p>
      <Avatar name={session.typing.value?.name ?? ""} />
      <div class="bubble dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </div>
    </div>
  );
}

export function typingWords(): string {
  const hint = session.typing.value;
  return hint?.author_kind === "agent" ? fill(say.writing, { name: firstName(hint.name) }) : "";
}
