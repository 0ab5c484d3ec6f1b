import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * For a `<dialog>` that is modal for as long as it is mounted; the focus returns to where it was. What is shown listens
 * at once: a key may follow the one that opened it within the same frame.
 */
export function useModal(onClose: () => void): RefObject<HTMLDialogElement | null> {
  const box = useRef<HTMLDialogElement>(null);
  const latest = useRef(onClose);
  latest.current = onClose;
  useLayoutEffect(() => (box.current ? show(box.current, () => latest.current()) : undefined), []);
  return box;
}

function show(box: HTMLDialogElement, close: () => void): () => void {
  const before = document.activeElement;
  // The browser tells of its own Escape a task later: by then the dialog may have been opened again.
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    close();
  };
  box.addEventListener("keydown", onKey);
  box.addEventListener("close", close);
  box.showModal();
  return () => {
    box.removeEventListener("close", close);
    // Before anything outside can take the focus.
    box.close();
    if (before instanceof HTMLElement) before.focus();
  };
}
