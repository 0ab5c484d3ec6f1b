import type { Watched } from "../../../chat/client/types";
import type { Desk } from "../desk";
import { useModal } from "../modal";
import { say } from "../words";
import { VisitorPanel } from "./VisitorPanel";

/** The visitor's panel over the chat where there is no room beside it. */
export function Drawer({ desk, watched, onClose }: { desk: Desk; watched: Watched; onClose: () => void }) {
  const box = useModal(onClose);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press beside it closes; Escape does so by itself.
    <dialog
      ref={box}
      class="drawer"
      aria-label={say("about", { visitor: desk.visitor })}
      onClick={(event) => event.target === box.current && onClose()}
    >
      <div class="drawer-body">
        <button type="button" class="button" onClick={onClose}>
          {say("dismiss")}
        </button>
        <VisitorPanel desk={desk} watched={watched} />
      </div>
    </dialog>
  );
}
