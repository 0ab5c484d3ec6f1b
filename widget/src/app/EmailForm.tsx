/** @jsxImportSource ../dom */
import { computed, effect, signal } from "@preact/signals-core";
import { EMAIL_CHARS } from "../../../chat/client/generated/constants";
import type { LeaveMessage } from "../../../chat/client/generated/wire";
import type { Pending } from "../../../chat/client/types";
import { session } from "../chat";
import { say } from "../words";
import { Failed, underWay } from "./PendingMessage";

const isOurs = (entry: Pending): entry is Pending<LeaveMessage> => entry.frame.type === "leave_message";

/** The address that isn't confirmed. */
export const given = computed(() => session.pending.value.find(isOurs));

const looksBad = signal(false);
/** Only the server knows all that makes an address impossible. */
const isRefused = computed(() => given.value?.code === "bad_field");
let field: HTMLInputElement | null = null;

function hold(element: HTMLInputElement): void {
  field = element;
}

effect(() => {
  if (isRefused.value) field?.focus();
});

/** Takes the address where a person will answer. `onSend` is called once it is on its way. */
export function EmailForm({ start = "", onSend }: { start?: string; onSend: () => void }) {
  const entry = given.value;
  const busy = entry?.state === "sending";
  const bad = isRefused.value || looksBad.value;
  const submit = (event: Event) => {
    event.preventDefault();
    const email = field?.value.trim() ?? "";
    looksBad.value = !/^\S+@\S+\.\S+$/.test(email);
    if (looksBad.value) field?.focus();
    if (looksBad.value || busy) return;
    if (entry) session.discard(entry.cmid);
    session.leaveMessage(email);
    onSend();
  };
  return (
    <form class="email" onSubmit={submit} noValidate>
      <label for="email">{say.email_label}</label>
      <input
        ref={hold}
        id="email"
        type="email"
        autocomplete="email"
        maxLength={EMAIL_CHARS}
        defaultValue={entry?.frame.email ?? start}
        readOnly={busy}
        aria-invalid={bad}
        aria-describedby={bad ? "email-bad" : undefined}
      />
      {bad && (
        <p id="email-bad" class="failed" role="alert">
          {say.email_bad}
        </p>
      )}
      <button type="submit" class="button primary" aria-busy={busy}>
        {busy ? underWay(entry) : say.email_send}
      </button>
      {entry?.state === "failed" && !isRefused.value && <Failed entry={entry} />}
    </form>
  );
}
