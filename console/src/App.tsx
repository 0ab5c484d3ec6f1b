import type { ReadonlySignal } from "@preact/signals";
import type { Told } from "./announcements";
import type { Desk } from "./desk";
import { EndedScreen } from "./EndedScreen";
import { Inbox } from "./inbox/Inbox";
import { LeaveDialog } from "./LeaveDialog";
import { LinkState } from "./LinkState";
import { Forbidden, lazyPage } from "./lazyPage";
import { mayEdit } from "./mayEdit";
import { Rail } from "./Rail";
import type { Seen } from "./seen";
import type { Ended } from "./signedOut";
import { Conversation } from "./thread/Conversation";
import { Nothing } from "./thread/Nothing";
import { VisitorPanel } from "./thread/VisitorPanel";
import { wide } from "./wide";
import { say } from "./words";

export interface ConsoleConfig {
  readonly origin: string;
  readonly build: string;
  readonly protocol: number;
  readonly site: string | null;
  readonly site_name: string;
  /** Where links within the site lead, and what answers say for placeholders. */
  readonly site_origin?: string;
  readonly placeholders?: Readonly<Record<string, string>>;
  readonly csrf_token: string;
  readonly sign_out_url: string;
  readonly me: { readonly id: string; readonly name: string; readonly role: string };
  /** When the server rendered the page (ISO). */
  readonly now?: string;
}

const KnowledgePage = lazyPage(say("knowledge"), async () => (await import("./knowledge/Knowledge")).Knowledge);
const BotPage = lazyPage(say("bot_title"), async () => (await import("./bot/Bot")).Bot);

interface Props {
  desk: Desk;
  seen: Seen;
  config: ConsoleConfig;
  /** Open on the knowledge page; null on the desk. */
  entry: ReadonlySignal<string | null>;
  /** Whether the bot's settings are open. */
  bot: ReadonlySignal<boolean>;
  told: ReadonlySignal<readonly Told[]>;
  ended: ReadonlySignal<Ended | null>;
}

export function App(props: Props) {
  const { desk, config, entry, bot, told, ended } = props;
  if (ended.value !== null) return <EndedScreen why={ended.value} />;
  const leaving = desk.leaving.value;
  return (
    <div class={`desk ${desk.open.value || entry.value ? "reading" : ""} ${entry.value === null ? "" : "knowing"}`}>
      <button type="button" class="button skip" onClick={skip}>
        {say("skip")}
      </button>
      <LinkState desk={desk} />
      <Rail desk={desk} config={config} here={entry.value !== null ? "knowledge" : bot.value ? "bot" : null} />
      <Page {...props} />
      {leaving && <LeaveDialog desk={desk} leaving={leaving} />}
      <div class="hush" role="status" aria-atomic="false" aria-relevant="additions">
        {told.value.map(({ id, text }) => (
          <p key={id}>{text}</p>
        ))}
      </div>
    </div>
  );
}

function Page({ desk, seen, config, entry, bot }: Props) {
  if (entry.value === null && !bot.value) return <Work desk={desk} seen={seen} />;
  if (!mayEdit(desk.session.role.value, config.me.role))
    return <Forbidden title={say(bot.value ? "bot_title" : "knowledge")} />;
  return entry.value === null ? <BotPage config={config} /> : <KnowledgePage entry={entry} config={config} />;
}

function Work({ desk, seen }: { desk: Desk; seen: Seen }) {
  return (
    <main>
      <h1 class="hush">{say("desk")}</h1>
      <Inbox desk={desk} seen={seen} />
      <Chat desk={desk} />
    </main>
  );
}

function Chat({ desk }: { desk: Desk }) {
  const watched = desk.watched.value;
  const { visitor } = desk;
  if (watched === null) {
    return (
      <section class="pane conversation" aria-label={say("chat_label")}>
        <Nothing desk={desk} />
      </section>
    );
  }
  return (
    <>
      <section class="pane conversation" aria-label={say("chat_with", { visitor })}>
        <Conversation key={watched.conversation} desk={desk} watched={watched} />
      </section>
      {wide.value && watched.refused.value === null && (
        <aside class="pane visitor-panel" aria-label={say("about", { visitor })}>
          <VisitorPanel desk={desk} watched={watched} />
        </aside>
      )}
    </>
  );
}

function skip(): void {
  document.querySelector<HTMLElement>(".composer textarea, .conversation h2, .entry-form input")?.focus();
}
