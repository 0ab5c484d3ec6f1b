import { useSignal } from "@preact/signals";
import type { Desk } from "../desk";
import { Menu } from "../Menu";
import { say } from "../words";
import { ResolveDialog } from "./ResolveDialog";
import { TransferChoices } from "./TransferChoices";

/** What the agent who holds a chat can do with it. What has no room beside Resolve stands behind "More". */
export function Verbs({ desk }: { desk: Desk }) {
  const resolving = useSignal(false);
  const busy = desk.busy.value;
  return (
    <div class="verbs">
      <Menu label={say("transfer")} class="at-middle" disabled={busy}>
        <TransferChoices desk={desk} />
      </Menu>
      <Verb desk={desk} verb="put_back" look="button at-middle" />
      <Verb desk={desk} verb="let_bot" look="button at-wide" />
      <Menu label={say("more")} class="until-wide" disabled={busy} dots>
        <div class="until-middle">
          <TransferChoices desk={desk} />
          <hr />
          <Verb desk={desk} verb="put_back" />
        </div>
        <Verb desk={desk} verb="let_bot" />
      </Menu>
      <button type="button" class="button resolve" disabled={busy} onClick={() => (resolving.value = true)}>
        {say("resolve")}
      </button>
      {resolving.value && <ResolveDialog desk={desk} onClose={() => (resolving.value = false)} />}
    </div>
  );
}

function Verb({ desk, verb, look = "" }: { desk: Desk; verb: "put_back" | "let_bot"; look?: string }) {
  return (
    <button type="button" class={look} disabled={desk.busy.value} onClick={() => desk.act({ type: verb })}>
      {say(verb)}
    </button>
  );
}
