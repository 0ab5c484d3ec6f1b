import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "./Button";

interface Props {
  label: string;
  children: ComponentChildren;
  off?: boolean;
  /** Three dots stand for the label. */
  dots?: boolean;
  class?: string;
}

/** A button that shows a few more buttons; choosing one, Escape or a press elsewhere closes it. */
export function Menu({ label, children, off = false, dots = false, class: look = "" }: Props) {
  const open = useSignal(false);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  // Before the next key: it may follow the one that opened it within the same frame.
  useLayoutEffect(
    () => (open.value ? closeWhenDone(box.current, () => (open.value = false)) : undefined),
    [open.value],
  );
  return (
    <div class={`menu ${look}`} ref={box}>
      <Button
        class="button"
        off={off}
        aria-expanded={open.value}
        aria-controls={id}
        onClick={() => (open.value = !open.value)}
      >
        {dots ? <Dots label={label} /> : label}
      </Button>
      <div id={id} class="menu-list" hidden={!open.value}>
        {children}
      </div>
    </div>
  );
}

function Dots({ label }: { label: string }) {
  return (
    <>
      <span class="hush">{label}</span>
      <svg viewBox="0 0 20 4" class="dots" aria-hidden="true">
        <circle cx="3" cy="2" r="1.75" />
        <circle cx="10" cy="2" r="1.75" />
        <circle cx="17" cy="2" r="1.75" />
      </svg>
    </>
  );
}

function closeWhenDone(box: HTMLElement | null, close: () => void): () => void {
  const leave = (): void => {
    close();
    box?.querySelector("button")?.focus();
  };
  const onPress = (event: Event): void => {
    if (!box?.contains(event.target as Node)) close();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    leave();
  };
  // What was chosen is hidden with the list: the focus must not go with it.
  const onChoice = (event: MouseEvent): void => {
    const choice = event.target instanceof Element && event.target.closest(".menu-list button");
    if (choice && !choice.matches("[aria-disabled=true]")) leave();
  };
  box?.addEventListener("click", onChoice);
  document.addEventListener("pointerdown", onPress);
  document.addEventListener("focusin", onPress);
  // Before the desk's own Escape, which would leave the chat.
  document.addEventListener("keydown", onKey, { capture: true });
  return () => {
    box?.removeEventListener("click", onChoice);
    document.removeEventListener("pointerdown", onPress);
    document.removeEventListener("focusin", onPress);
    document.removeEventListener("keydown", onKey, { capture: true });
  };
}
