import type { Watched } from "../../../chat/client/types";
import { Button } from "../Button";
import type { Desk } from "../desk";
import { say } from "../words";
import { Composer } from "./Composer";
import { Reach } from "./Reach";
import { canTake, dockWords } from "./stateWords";

/** The end of the screen: write, or the reason why not and the one thing to do about it. */
export function Dock({ desk, watched }: { desk: Desk; watched: Watched }) {
  const view = watched.view.value;
  return (
    <footer class="dock">
      <p class="notice" role="alert">
        {desk.notice}
      </p>
      {desk.mayWrite ? (
        <Composer desk={desk} watched={watched} />
      ) : (
        view.seq > 0 && <TakeDock desk={desk} watched={watched} />
      )}
    </footer>
  );
}

function TakeDock({ desk, watched }: { desk: Desk; watched: Watched }) {
  const view = watched.view.value;
  return (
    <div class="take-dock">
      <p>
        {dockWords(view, desk.visitor, watched.presence.value)} <Reach watched={watched} told={view.owed !== null} />
      </p>
      {canTake(view) && <Take desk={desk} />}
      {view.status === "closed" && desk.waitingRows.value.length > 0 && (
        <button type="button" class="button primary" onClick={() => desk.openLongestWaiting()}>
          {say("next_waiting")}
        </button>
      )}
    </div>
  );
}

function Take({ desk }: { desk: Desk }) {
  return (
    <Button class="button primary take" off={desk.busy.value} onClick={() => void desk.act({ type: "take" })}>
      {say("take")}{" "}
      <span class="key" aria-hidden="true">
        t
      </span>
    </Button>
  );
}
