import { useSignal } from "@preact/signals";
import type { Desk } from "../desk";
import { Menu } from "../Menu";
import { say } from "../words";
import { ResolveDialog } from "./ResolveDialog";
import { TransferChoices } from "./TransferChoices";

/** What the agent who holds a chat can do with it. On a phone all but Resolve stand behind "More". */
export function Verbs({ desk }: { desk: Desk }) {
  const resolving = useSignal(false);
  return (
    <div class="verbs">
      <div class="verbs-wide">
        <Menu label={say("transfer")} disabled={desk.busy.value}>
          <TransferChoices desk={desk} />
        </Menu>
        <HandOn desk={desk} look="button" />
      </div>
      <Menu label={say("more")} class="verbs-narrow" disabled={desk.busy.value}>
        <TransferChoices desk={desk} />
        <hr />
        <HandOn desk={desk} look="" />
      </Menu>
      <button type="button" class="button" disabled={desk.busy.value} onClick={() => (resolving.value = true)}>
        {say("resolve")}
      </button>
      {resolving.value && <ResolveDialog desk={desk} onClose={() => (resolving.value = false)} />}
    </div>
  );
}

function HandOn({ desk, look }: { desk: Desk; look: string }) {
  const busy = desk.busy.value;
  return (
    <>
      <button type="button" class={look} disabled={busy} onClick={() => desk.act({ type: "put_back" })}>
        {say("put_back")}
      </button>
      <button type="button" class={look} disabled={busy} onClick={() => desk.act({ type: "let_bot" })}>
        {say("let_bot")}
      </button>
    </>
  );
}
