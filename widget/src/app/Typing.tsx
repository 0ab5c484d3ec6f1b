/** @jsxImportSource ../dom */
import { session } from "../chat";
import { firstName } from "../people";
import { say } from "../words";
import { Avatar } from "./Avatar";

/** Only people write; the bot answers at once and never pretends to type. Said once, however long they write. */
export function Typing() {
  const hint = session.typing.value;
  const name = hint?.author_kind === "agent" ? hint.name : "";
  return (
    <div class={name ? "person" : "hush"}>
      <p class="meta" role="status">
        {name && say("writing", { name: firstName(name) })}
      </p>
      {name && <Avatar name={name} />}
      {name && (
        <div class="bubble dots" aria-hidden="true">
          <i />
          <i />
          <i />
        </div>
      )}
    </div>
  );
}
