import { say } from "./words";

/** The bot's line with a person's circle on it. */
export function Brand() {
  return (
    <p class="brand">
      <svg viewBox="0 0 32 22" aria-hidden="true">
        <path
          d="M21 3H4a1.5 1.5 0 0 0-1.5 1.5v13A1.5 1.5 0 0 0 4 19h17"
          fill="none"
          stroke="currentColor"
          stroke-width="2.5"
        />
        <circle cx="22" cy="11" r="7.5" class="brand-person" />
      </svg>
      <span class="brand-name">{say("brand")}</span>
    </p>
  );
}
