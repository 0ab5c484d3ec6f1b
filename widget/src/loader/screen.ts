/** How the panel stands on the screen: beside the page, or on a phone in its place. */
export interface Screen {
  show(): void;
  hide(): void;
}

/**
 * Filling a phone's screen the panel is modal: the browser keeps the focus in, and Android's "back" closes. The page
 * behind stands still, and the keyboard covers no part of it.
 */
export function makeScreen(box: HTMLDialogElement, signal: AbortSignal): Screen {
  const phone = matchMedia("(max-width:480px)");
  const page = document.documentElement.style;
  const seen = window.visualViewport;
  let overflow: string | null = null;

  function hide(): void {
    box.close();
    if (overflow !== null) page.overflow = overflow;
    overflow = null;
  }

  function show(): void {
    hide();
    box.ariaModal = String(phone.matches);
    if (phone.matches) {
      box.showModal();
      overflow = page.overflow;
      page.overflow = "hidden";
    } else box.show();
    adapt();
  }

  /** iOS moves and covers what is fixed when the keyboard opens; only the visual viewport knows what is in sight. */
  function adapt(): void {
    const full = seen && overflow !== null;
    box.style.cssText = full ? `block-size:${seen.height}px;inset-block-start:${seen.offsetTop}px` : "";
  }

  phone.addEventListener("change", () => box.open && show(), { signal });
  seen?.addEventListener("resize", adapt, { signal });
  seen?.addEventListener("scroll", adapt, { signal });
  return { show, hide };
}
