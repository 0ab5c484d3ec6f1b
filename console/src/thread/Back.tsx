import { addressOf } from "../route";
import { say } from "../words";

/** On a phone, from the chat to the inbox. */
export function Back() {
  return (
    <a class="button plain back" href={addressOf(null)}>
      <span class="hush">{say("back")}</span>
      <svg viewBox="0 0 12 20" class="chevron" aria-hidden="true">
        <path d="M10 2 2 10l8 8" fill="none" stroke="currentColor" stroke-width="2.5" />
      </svg>
    </a>
  );
}
