import { useRef } from "preact/hooks";
import { say } from "../words";
import type { Finder } from "./finder";

/** Every chat of the site, closed ones too. Escape empties it and leads back to where one was. */
export function FindBox({ finder }: { finder: Finder }) {
  const before = useRef<HTMLElement | null>(null);
  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === "Escape") leave(event, finder, before.current);
    if (event.key === "ArrowDown" && focusFirstRow()) event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is younger than some browsers.
    <form
      class="find"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        void finder.look();
      }}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="6.75" cy="6.75" r="4.75" />
        <path d="m10.5 10.5 4 4" />
      </svg>
      <input
        type="search"
        class="field"
        autocomplete="off"
        enterkeyhint="search"
        placeholder={say("find")}
        aria-label={say("find_label")}
        aria-keyshortcuts="/"
        maxLength={100}
        value={finder.text}
        onFocus={({ relatedTarget }) => {
          before.current = relatedTarget instanceof HTMLElement ? relatedTarget : null;
        }}
        onInput={(event) => finder.type(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      <span class="key" aria-hidden="true">
        /
      </span>
    </form>
  );
}

function leave(event: KeyboardEvent, finder: Finder, before: HTMLElement | null): void {
  event.preventDefault();
  finder.type("");
  // The rows that were there before come back first.
  requestAnimationFrame(() => {
    if (before?.isConnected) before.focus();
    else focusFirstRow();
  });
}

function focusFirstRow(): boolean {
  const row = document.querySelector<HTMLElement>(".inbox .row");
  row?.focus();
  return row !== null;
}
