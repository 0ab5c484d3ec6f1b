/** @jsxImportSource ../dom */
import { signal } from "@preact/signals-core";
import type { View } from "../../../chat/client/types";
import { session } from "../chat";
import { say } from "../words";
import { EmailForm, given } from "./EmailForm";

/** The handoff for which the visitor prefers e-mail. */
const chosen = signal<View["handoff"]>(null);

function choose(): void {
  chosen.value = session.view.value.handoff;
}

/** An answer by e-mail instead of waiting; `open` where there is nothing else to choose. */
export function EmailOffer({ open = false }: { open?: boolean }) {
  const { handoff } = session.view.value;
  if (open || given.value || (handoff && chosen.value === handoff)) return <EmailForm onSend={choose} />;
  return (
    <button type="button" class="button" onClick={choose}>
      {say.email_instead}
    </button>
  );
}
