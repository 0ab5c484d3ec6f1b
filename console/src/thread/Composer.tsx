import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { TEXT_CHARS } from "../../../chat/client/generated/constants";
import type { Watched } from "../../../chat/client/types";
import type { Desk } from "../desk";
import { draftOf, keepDraft } from "../drafts";
import { firstName } from "../names";
import { say } from "../words";

/** Enter sends, Shift+Enter breaks the line; what is being composed with an input method is left alone. */
export function isSending(event: Pick<KeyboardEvent, "key" | "shiftKey" | "isComposing">): boolean {
  return event.key === "Enter" && !event.shiftKey && !event.isComposing;
}

export function Composer({ desk, watched }: { desk: Desk; watched: Watched }) {
  const text = useSignal(draftOf(desk.store, watched.conversation));
  const field = useRef<HTMLTextAreaElement>(null);
  // Whoever just took a chat, or opened their own, wants to write. Touch keyboards would cover the words.
  useEffect(() => {
    if (matchMedia("(hover: hover)").matches) field.current?.focus();
  }, []);
  const write = (words: string): void => {
    text.value = words;
    keepDraft(desk.store, watched.conversation, words);
  };
  const over = text.value.trim().length - TEXT_CHARS;
  const send = (event: Event): void => {
    event.preventDefault();
    const words = text.value.trim();
    if (!words || over > 0) return;
    watched.send(words);
    write("");
  };
  const label = say("write_to", { visitor: desk.visitor });
  return (
    <form class="composer" onSubmit={send}>
      <Hint watched={watched} visitor={desk.visitor} />
      <div class="box">
        <textarea
          ref={field}
          rows={2}
          dir="auto"
          placeholder={label}
          aria-label={label}
          value={text}
          onInput={(event) => {
            write(event.currentTarget.value);
            watched.sayTyping();
          }}
          onKeyDown={(event) => isSending(event) && send(event)}
        />
        <div class="composer-end">
          <span class="meta">{over > 0 ? say("too_long", { n: over }) : text.value.trim() && say("draft_kept")}</span>
          <button type="submit" class="button primary" disabled={!text.value.trim() || over > 0}>
            {say("send")}{" "}
            <span class="key" aria-hidden="true">
              Enter
            </span>
          </button>
        </div>
      </div>
    </form>
  );
}

/** Who is writing, and where the answer goes as well. */
function Hint({ watched, visitor }: { watched: Watched; visitor: string }) {
  const typing = watched.typing.value;
  const { owed } = watched.view.value;
  return (
    <p class="hint">
      {owed && say("by_email", { email: owed.email })}{" "}
      {typing?.author_kind === "visitor" && <span class="writing">{say("typing", { visitor })}</span>}
      {typing?.author_kind === "agent" && say("colleague_typing", { name: firstName(typing.name) })}
    </p>
  );
}
