/** @jsxImportSource ../dom */
import { effect } from "@preact/signals-core";
import type { View } from "../../../chat/client/types";
import { session } from "../chat";
import { isShown } from "../parent";
import { firstName } from "../people";
import { fill, say } from "../words";
import { draft, keepDraft, readerOf } from "./draft";
import { Icon } from "./Icon";

let field: HTMLTextAreaElement | null = null;

/** Opening the panel leads to the field; screen readers then hear the disclosure, which describes it. */
function hold(element: HTMLTextAreaElement | null): void {
  const first = field === null;
  field = element;
  if (first && isShown.value) element?.focus();
}

effect(() => {
  if (isShown.value) field?.focus();
});

export function focusField(): void {
  field?.focus();
}

/** Before what has been begun since. */
export function writeAgain(text: string): void {
  write([text, draft.value].filter(Boolean).join("\n"));
  focusField();
}

function write(text: string): void {
  keepDraft(text);
  grow();
}

const growsItself = CSS.supports("field-sizing", "content");

/** Grows with the text up to five lines. */
function grow(): void {
  if (!field || growsItself) return;
  field.style.blockSize = "";
  if (field.value) field.style.blockSize = `${Math.min(field.scrollHeight, 126)}px`;
}

function send(event: Event): void {
  event.preventDefault();
  const text = draft.value.trim();
  if (!text) return;
  session.send(text);
  write("");
  field?.focus();
}

function onKeyDown(event: KeyboardEvent): void {
  // While an input method composes, Enter picks a word.
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) send(event);
}

function onInput(event: { currentTarget: HTMLTextAreaElement }): void {
  write(event.currentTarget.value);
  session.sayTyping();
}

export function Composer() {
  const reader = placeholderFor(session.view.value);
  const text = draft.value;
  return (
    <form class="composer" onSubmit={send}>
      <textarea
        ref={hold}
        rows={1}
        dir={text ? "auto" : undefined}
        value={text}
        placeholder={reader}
        aria-label={reader}
        aria-describedby="disclosure"
        onInput={onInput}
        onKeyDown={onKeyDown}
      />
      <button type="submit" class="send" aria-label={say.send} disabled={!text.trim()}>
        <Icon name="send" />
      </button>
    </form>
  );
}

function placeholderFor(view: View): string {
  const { status, agent } = view;
  if (status === "human") return fill(say.to_person, { name: firstName(agent?.name ?? "") });
  if (status === "waiting") return say.to_waiting;
  if (status === "message_left") return say.to_left;
  if (status === "closed") return say.to_closed;
  return readerOf(view) === "bot" ? say.to_bot : say.write;
}
