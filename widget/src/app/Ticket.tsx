/** @jsxImportSource ../dom */
import { signal } from "@preact/signals-core";
import type { Owed } from "../../../chat/client/types";
import { session } from "../chat";
import { dayAndClock, say } from "../words";
import { isPeopleFirst } from "./dial";
import { EmailForm, given } from "./EmailForm";
import { Glyph } from "./Glyph";

const changing = signal(false);
/** The reference that was copied last. */
const copied = signal("");

function stop(): void {
  changing.value = false;
}

/** Whoever closes the form has done with what was refused in it. */
function toggle(): void {
  const entry = given.value;
  changing.value = !changing.value && !entry;
  if (entry?.state === "failed") session.discard(entry.cmid);
}

/** What was promised: reference, address, time. */
export function Ticket({ owed }: { owed: Owed }) {
  const left = session.view.value.status === "message_left";
  const open = changing.value || given.value !== undefined;
  return (
    <section class="card ticket" aria-label={say.reference}>
      <Reference reference={owed.reference} />
      <dl>
        <dt>{say.answer_to}</dt>
        <dd>
          <bdi>{owed.email}</bdi>{" "}
          {left && (
            <button type="button" class="link" onClick={toggle} aria-expanded={open}>
              {say.change}
            </button>
          )}
        </dd>
        {owed.due_at && <dt>{say.answer_by}</dt>}
        {owed.due_at && <dd>{dayAndClock(owed.due_at)}</dd>}
        <dt>{say.they_have}</dt>
        <dd>{say.whole_chat}</dd>
      </dl>
      {left && open && <EmailForm start={owed.email} onSend={stop} />}
      {left && !isPeopleFirst() && (
        <button type="button" class="button" onClick={() => session.askBot()}>
          <Glyph kind="bot" /> {say.ask_meanwhile}
        </button>
      )}
    </section>
  );
}

/** Once it was left; not anew in every later state. */
export function referenceWords(): string {
  const { status, owed } = session.view.value;
  return status === "message_left" && owed ? `${say.reference} ${owed.reference}` : "";
}

function Reference({ reference }: { reference: string }) {
  const copy = () =>
    void navigator.clipboard.writeText(reference).then(() => {
      copied.value = reference;
    });
  return (
    <div class="reference">
      <p>
        <span class="meta">{say.reference}</span>
        <b>{reference}</b>
      </p>
      {"clipboard" in navigator && (
        <button type="button" class="button" onClick={copy}>
          <span role="status">{copied.value === reference ? say.copied : say.copy}</span>
        </button>
      )}
    </div>
  );
}
