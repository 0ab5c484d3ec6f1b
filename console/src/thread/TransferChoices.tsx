import type { Colleague } from "../../../chat/client/generated/wire";
import { Button } from "../Button";
import type { Desk } from "../desk";
import { Glyph } from "../Glyph";
import { say } from "../words";
import { transferable } from "./transferable";

/** One button for each colleague; whoever is away is named but can't be chosen. */
export function TransferChoices({ desk }: { desk: Desk }) {
  const others = transferable(desk.session.colleagues.value, desk.session.me.value?.id);
  return (
    <>
      {others.some(({ here }) => here) ? null : <p class="menu-note">{say("transfer_nobody")}</p>}
      {others.map((colleague) => (
        <Choice key={colleague.id} colleague={colleague} desk={desk} />
      ))}
    </>
  );
}

function Choice({ colleague: { id, name, here }, desk }: { colleague: Colleague; desk: Desk }) {
  return (
    <Button off={!here} onClick={() => void desk.act({ type: "transfer", to: id })}>
      <Glyph kind={here ? "person" : "none"} />
      {say("transfer_to", { name })}
      <span class="meta">{say(here ? "here" : "not_here")}</span>
    </Button>
  );
}
