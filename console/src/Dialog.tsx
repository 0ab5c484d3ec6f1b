import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { useModal } from "./modal";

interface Props {
  title: string;
  onClose: () => void;
  wide?: boolean;
  children: ComponentChildren;
}

/** A modal: the browser keeps the focus inside and gives it back. Shown for as long as it is mounted. */
export function Dialog({ title, onClose, wide = false, children }: Props) {
  const box = useModal(onClose);
  const id = useId();
  return (
    <dialog ref={box} class={wide ? "wide" : ""} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}
