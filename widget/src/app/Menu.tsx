/** @jsxImportSource ../dom */
import { signal } from "@preact/signals-core";
import { session } from "../chat";
import { say } from "../words";
import { Icon } from "./Icon";

const open = signal(false);

function end(): void {
  open.value = false;
  session.end();
}

function toggle(): void {
  open.value = !open.value;
}

/** Escape closes the menu first, the panel next. */
function leave(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  if (event.key !== "Escape" || !open.value) return;
  event.preventDefault();
  event.currentTarget.parentElement?.querySelector("button")?.focus();
  open.value = false;
}

export function Menu() {
  const { status } = session.view.value;
  if (status === "start" || status === "closed") return null;
  return (
    <div class="menu">
      <button
        type="button"
        class="tool"
        aria-label={say.menu}
        aria-expanded={open.value}
        onClick={toggle}
        onKeyDown={leave}
      >
        <Icon name="more" />
      </button>
      {open.value && (
        <button type="button" class="choice" onClick={end} onKeyDown={leave}>
          {say.end_chat}
        </button>
      )}
    </div>
  );
}
