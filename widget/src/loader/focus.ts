/** The launcher never stands on what has the keyboard's focus: it makes way until the focus goes on. */
export function makeWay(host: HTMLElement, launcher: HTMLElement, signal: AbortSignal): void {
  const onFocus = ({ target }: FocusEvent) => {
    // What only a script can focus, such as a whole page's content, is no stop of the keyboard.
    const stop = target instanceof HTMLElement && target !== host && target.tabIndex >= 0 ? target : null;
    host.toggleAttribute(
      "aside",
      stop !== null && overlap(stop.getBoundingClientRect(), launcher.getBoundingClientRect()),
    );
  };
  document.addEventListener("focusin", onFocus, { signal });
}

function overlap(a: DOMRect, b: DOMRect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
