import { useSignal } from "@preact/signals";
import { Button } from "../Button";
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
      <Menu label={say("transfer")} class="at-middle" off={busy}>
        <TransferChoices desk={desk} />
      </Menu>
      <Verb desk={desk} verb="put_back" look="button at-middle" />
      <Verb desk={desk} verb="let_bot" look="button at-wide" />
      <Menu label={say("more")} class="until-wide" off={busy} dots>
        <div class="until-middle">
          <TransferChoices desk={desk} />
          <hr />
          <Verb desk={desk} verb="put_back" />
        </div>
        <Verb desk={desk} verb="let_bot" />
      </Menu>
      <Button class="button resolve" off={busy} onClick={() => (resolving.value = true)}>
        {say("resolve")}
      </Button>
      {resolving.value && <ResolveDialog desk={desk} onClose={() => (resolving.value = false)} />}
    </div>
  );
}

function Verb({ desk, verb, look = "" }: { desk: Desk; verb: "put_back" | "let_bot"; look?: string }) {
  return (
    <Button class={look} off={desk.busy.value} onClick={() => void desk.act({ type: verb })}>
      {say(verb)}
    </Button>
  );
}
