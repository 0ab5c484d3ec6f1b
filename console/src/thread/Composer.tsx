import { effect, useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { TEXT_CHARS } from "../../../chat/client/generated/constants";
import type { Watched } from "../../../chat/client/types";
import { Button } from "../Button";
import { now } from "../clock";
import type { Desk } from "../desk";
import { draftOf, keepDraft } from "../drafts";
import { firstName } from "../names";
import { type SendKey, sendKey } from "../settings";
import { ticks } from "../time";
import { say } from "../words";
import { isGone } from "./presenceWords";
import { Reach } from "./Reach";

type Pressed = Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey" | "isComposing">;

/** Whether this key sends. What is being composed with an input method is left alone. */
export function isSending(event: Pressed, how: SendKey): boolean {
  if (event.key !== "Enter" || event.isComposing) return false;
  return how === "enter" ? !event.shiftKey : event.ctrlKey || event.metaKey;
}

export function Composer({ desk, watched }: { desk: Desk; watched: Watched }) {
  const text = useSignal(draftOf(desk.store, watched.conversation));
  const field = useRef<HTMLTextAreaElement>(null);
  // Whoever just took a chat, or opened their own, wants to write. Touch keyboards would cover the words.
  useLayoutEffect(() => {
    if (matchMedia("(hover: hover)").matches) field.current?.focus();
  }, []);
  const write = (words: string): void => {
    text.value = words;
    keepDraft(desk.store, watched.conversation, words);
  };
  // At once, not with the next frame: the key that sends may follow the click.
  useLayoutEffect(
    () =>
      effect(() => {
        const words = desk.suggested.value;
        if (!words) return;
        desk.suggested.value = "";
        write([text.peek().trim(), words].filter(Boolean).join("\n\n"));
        field.current?.focus();
      }),
    [],
  );
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
      <Hint watched={watched} desk={desk} />
      <div class="box">
        <textarea
          ref={field}
          rows={2}
          dir="auto"
          enterkeyhint={sendKey.value === "enter" ? "send" : "enter"}
          placeholder={label}
          aria-label={label}
          value={text}
          onInput={(event) => {
            write(event.currentTarget.value);
            watched.sayTyping();
          }}
          onKeyDown={(event) => isSending(event, sendKey.value) && send(event)}
        />
        <div class="composer-end">
          <span class="meta">
            {over > 0 ? (
              say("too_long", { n: over })
            ) : (
              <span class="kept">{text.value.trim() && say("draft_kept")}</span>
            )}
          </span>
          <Button type="submit" class="button primary" off={!text.value.trim() || over > 0}>
            {say("send")}{" "}
            <span class="key" aria-hidden="true">
              {say(`key_${sendKey.value}`)}
            </span>
          </Button>
        </div>
      </div>
    </form>
  );
}

/** Who is writing or waits too long, where the answer goes as well, and whether it is read now. */
function Hint({ watched, desk }: { watched: Watched; desk: Desk }) {
  const { owed } = watched.view.value;
  // Then it is said where they are.
  const gone = isGone(watched.presence.value);
  return (
    <div class="hint">
      <p>
        <Late desk={desk} /> {owed && !gone && say("by_email", { email: owed.email })}{" "}
        <Writing watched={watched} desk={desk} />
      </p>
      <Reach watched={watched} />
    </div>
  );
}

function Writing({ watched, desk }: { watched: Watched; desk: Desk }) {
  const typing = watched.typing.value;
  if (typing === null) return null;
  const { visitor } = desk;
  const words =
    typing.author_kind === "agent"
      ? say("colleague_typing", { name: firstName(typing.name) })
      : say("typing", { visitor });
  return <span class="writing">{words}</span>;
}

function Late({ desk }: { desk: Desk }) {
  const since = desk.row.value?.late_since;
  if (!since) return null;
  const time = ticks(now.value - Date.parse(since));
  return <strong class="late num">{say("unanswered_for", { visitor: desk.visitor, time })}</strong>;
}
