import type { ReadonlySignal } from "@preact/signals";
import { useComputed } from "@preact/signals";
import type { Desk } from "./desk";
import { Inbox } from "./inbox/Inbox";
import { LinkState } from "./LinkState";
import { Rail } from "./Rail";
import type { Seen } from "./seen";
import { Conversation } from "./thread/Conversation";
import { Nothing } from "./thread/Nothing";
import { say } from "./words";

export interface ConsoleConfig {
  readonly origin: string;
  readonly build: string;
  readonly protocol: number;
  readonly site: string | null;
  readonly site_name: string;
  readonly csrf_token: string;
  readonly sign_out_url: string;
  readonly me: { readonly id: string; readonly name: string };
  /** When the server rendered the page (ISO). */
  readonly now?: string;
}

interface Props {
  desk: Desk;
  seen: Seen;
  config: ConsoleConfig;
  spoken: ReadonlySignal<string>;
  signedOut: ReadonlySignal<boolean>;
}

export function App({ desk, seen, config, spoken, signedOut }: Props) {
  const reading = useComputed(() => (desk.open.value === null ? "desk" : "desk reading"));
  const watched = desk.watched.value;
  return (
    <div class={reading}>
      <button type="button" class="button skip" onClick={skip}>
        {say("skip")}
      </button>
      <LinkState session={desk.session} signedOut={signedOut} />
      <Rail desk={desk} config={config} />
      <main>
        <h1 class="hush">{say("desk")}</h1>
        <Inbox desk={desk} seen={seen} />
        <section class="pane conversation" aria-label={say("transcript_label", { visitor: desk.visitor })}>
          {watched ? (
            <Conversation key={watched.conversation} desk={desk} watched={watched} />
          ) : (
            <Nothing desk={desk} />
          )}
        </section>
      </main>
      <p class="hush" role="status">
        {spoken}
      </p>
    </div>
  );
}

function skip(): void {
  document.querySelector<HTMLElement>(".composer textarea, .conversation h2")?.focus();
}
