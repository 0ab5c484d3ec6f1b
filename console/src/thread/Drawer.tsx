import { useEffect, useRef } from "preact/hooks";
import type { Watched } from "../../../chat/client/types";
import type { Desk } from "../desk";
import { say } from "../words";
import { VisitorPanel } from "./VisitorPanel";

/** The visitor's panel over the chat where there is no room beside it. */
export function Drawer({ desk, watched, onClose }: { desk: Desk; watched: Watched; onClose: () => void }) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => box.current?.showModal(), []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press beside it closes; Escape does so by itself.
    <dialog
      ref={box}
      class="drawer"
      aria-label={say("about", { visitor: desk.visitor })}
      onClose={onClose}
      onClick={(event) => event.target === box.current && box.current?.close()}
    >
      <div class="drawer-body">
        <form method="dialog">
          <button type="submit" class="button">
            {say("dismiss")}
          </button>
        </form>
        <VisitorPanel desk={desk} watched={watched} />
      </div>
    </dialog>
  );
}
