/** @jsxImportSource ../dom */
import { signal } from "@preact/signals-core";
import { EMAIL_CHARS } from "../../../chat/client/generated/constants";
import { session } from "../chat";
import { say } from "../words";

const bad = signal(false);

/** Takes the address where a person will answer. `onDone` is called once it is on its way. */
export function EmailForm({ start = "", onDone }: { start?: string; onDone?: () => void }) {
  const submit = (event: Event & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get("email")).trim();
    bad.value = !/^\S+@\S+\.\S+$/.test(email);
    if (bad.value) return;
    session.leaveMessage(email);
    onDone?.();
  };
  return (
    <form class="email" onSubmit={submit} noValidate>
      <label for="email">{say("email_label")}</label>
      <input
        id="email"
        name="email"
        type="email"
        autocomplete="email"
        maxLength={EMAIL_CHARS}
        defaultValue={start}
        aria-invalid={bad.value}
        aria-describedby={bad.value ? "email-bad" : undefined}
      />
      {bad.value && (
        <p id="email-bad" class="failed" role="alert">
          {say("email_bad")}
        </p>
      )}
      <button type="submit" class="button primary">
        {say("email_send")}
      </button>
    </form>
  );
}
