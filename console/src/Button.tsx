import type { ButtonHTMLAttributes } from "preact";

interface Props extends Omit<ButtonHTMLAttributes, "disabled" | "onClick"> {
  /** Out of work for the moment: it does nothing, but keeps the focus, which `disabled` would drop. */
  off?: boolean;
  onClick?: () => void;
}

export function Button({ off = false, onClick, children, ...rest }: Props) {
  const press = (event: Event): void => {
    if (off) event.preventDefault();
    else onClick?.();
  };
  return (
    <button type="button" {...rest} aria-disabled={off ? "true" : undefined} onClick={press}>
      {children}
    </button>
  );
}
