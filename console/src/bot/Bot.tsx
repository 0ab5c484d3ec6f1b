import { useEffect, useId } from "preact/hooks";
import type { ConsoleConfig } from "../App";
import { Api } from "../api";
import { Button } from "../Button";
import { Lines } from "../knowledge/fields";
import { say } from "../words";
import { Hours } from "./Hours";
import { Meanwhile } from "./Meanwhile";
import {
  BotSettings,
  DIALS,
  effectWords,
  type ListField,
  listed,
  PARTS,
  type Settings,
  type Theirs,
  type Told,
} from "./settings";

interface Props {
  settings: BotSettings;
  told: Told;
}

/** Made once for a page's config: what isn't saved outlasts a look at the chats. */
const made = new WeakMap<ConsoleConfig, BotSettings>();

function settingsOf(config: ConsoleConfig): BotSettings {
  const { origin, site, csrf_token: csrf } = config;
  const settings = made.get(config) ?? new BotSettings(new Api({ origin, site, csrf }));
  if (!made.has(config)) {
    addEventListener("beforeunload", (event) => {
      if (PARTS.some((part) => settings.isUnsaved(part))) event.preventDefault();
    });
  }
  made.set(config, settings);
  return settings;
}

/** How much the bot does by itself. Each change is stored at once. */
export function Bot({ config }: { config: ConsoleConfig }) {
  const settings = settingsOf(config);
  useEffect(() => void settings.load(), []);
  const told = settings.told.value;
  return (
    <main class="bot-page">
      <section class="pane" aria-labelledby="bot-title">
        <header class="sheet-head">
          <h1 id="bot-title">{say("bot_title")}</h1>
          <p class={settings.refused.value ? "problems" : "meta"} role="status">
            {settings.notice.value}
          </p>
        </header>
        {told ? (
          <Sheet settings={settings} told={told} mine={config.me.role === "owner"} />
        ) : (
          <Waiting settings={settings} />
        )}
      </section>
    </main>
  );
}

function Waiting({ settings }: { settings: BotSettings }) {
  if (!settings.failed.value) return <p class="nothing">{say("page_loading")}</p>;
  return (
    <div class="nothing">
      <p role="alert">{say("bot_failed_to_load")}</p>
      <Button class="button" onClick={() => void settings.load()}>
        {say("try_again")}
      </Button>
    </div>
  );
}

function Sheet({ settings, told, mine }: Props & { mine: boolean }) {
  return (
    <fieldset class="sheet" disabled={!mine}>
      {!mine && <p>{say("bot_owners_only")}</p>}
      <Rehearsal settings={settings} told={told} />
      <Hours settings={settings} />
      <Dials field="dial" settings={settings} told={told} />
      <Dials field="dial_closed" settings={settings} told={told} />
      <Slider settings={settings} />
      <Topics settings={settings} told={told} />
      <List field="page_rules" label={say("bot_pages")} help={say("bot_pages_help")} settings={settings} />
    </fieldset>
  );
}

function Rehearsal({ settings, told: { rehearsal } }: Props) {
  const help = useId();
  return (
    <div class="sheet-part">
      <Button
        class="switch"
        role="switch"
        aria-checked={rehearsal}
        aria-describedby={help}
        off={settings.busy.value}
        onClick={() => void settings.change({ rehearsal: !rehearsal })}
      >
        <span class="track" aria-hidden="true" />
        {say("bot_rehearsal")}
      </Button>
      <p id={help} class="meta">
        {say(rehearsal ? "bot_rehearsal_on" : "bot_rehearsal_off")}
      </p>
    </div>
  );
}

function Dials({ field, settings, told }: Props & { field: "dial" | "dial_closed" }) {
  return (
    <fieldset class="sheet-part">
      <legend>{say(`bot_${field}`)}</legend>
      {DIALS.map((dial) => (
        <label key={dial} class="choice">
          <input
            type="radio"
            name={field}
            checked={told[field] === dial}
            onChange={() => void settings.change({ [field]: dial } as Partial<Settings>)}
          />
          <span>
            <strong>{say(`bot_${dial}`)}</strong>
            <span class="meta">{say(`bot_${dial}_help`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Slider({ settings }: { settings: BotSettings }) {
  const id = useId();
  const { effect, eagerness } = settings;
  return (
    <div class="sheet-part">
      <label for={id}>{say("bot_slider")}</label>
      <input
        id={id}
        type="range"
        min={-2}
        max={2}
        step={1}
        value={eagerness.value}
        aria-describedby={`${id}-effect`}
        aria-valuetext={say(`bot_slider_${eagerness.value + 2}` as "bot_slider_0")}
        onInput={(event) => (eagerness.value = event.currentTarget.valueAsNumber)}
        onChange={(event) => void settings.change({ eagerness: event.currentTarget.valueAsNumber })}
      />
      <p class="ends" aria-hidden="true">
        <span>{say("bot_slider_sooner")}</span>
        <span>{say("bot_slider_more")}</span>
      </p>
      <p id={`${id}-effect`} class="meta" aria-live="polite">
        {effect.value && effectWords(effect.value)}
      </p>
    </div>
  );
}

function Topics({ settings, told }: Props) {
  const label = say("bot_topics");
  const add = (words: readonly string[]): void => {
    settings.write("sensitive_topics", listed([...settings.lines("sensitive_topics"), ...words]));
    void settings.save("sensitive_topics");
  };
  const here = new Set(settings.lines("sensitive_topics").map((line) => line.trim().toLowerCase()));
  const missing = told.suggested_topics.filter(
    ({ topic, words }) => !here.has(topic) && !words.every((each) => here.has(each)),
  );
  return (
    <>
      <List field="sensitive_topics" label={label} help={say("bot_topics_help")} settings={settings} />
      {missing.length > 0 && (
        <p class="sheet-more">
          {say("bot_topics_suggested")}
          {missing.map(({ topic, words }) => (
            <Button key={topic} class="button" off={settings.busy.value} onClick={() => add(words)}>
              {topic}
            </Button>
          ))}
        </p>
      )}
    </>
  );
}

function theirWords({ added, gone }: Theirs): string[] {
  const words = (key: "bot_added" | "bot_gone", lines: readonly string[]): string[] =>
    lines.length > 0 ? [say(key, { lines: lines.join(" · ") })] : [];
  return [...words("bot_added", added), ...words("bot_gone", gone)];
}

interface ListProps {
  settings: BotSettings;
  field: ListField;
  label: string;
  help: string;
}

/** One on each line; stored by its button. */
function List({ field, label, help, settings }: ListProps) {
  const lines = settings.lines(field);
  const stale = settings.isStale(field);
  return (
    <form
      class="sheet-part"
      onSubmit={(event) => {
        event.preventDefault();
        void settings.save(field);
      }}
    >
      <Lines
        label={label}
        help={help}
        bad={settings.faults.value[field]}
        lines={lines}
        onLines={(written) => settings.write(field, written)}
      />
      {stale && <Meanwhile part={field} settings={settings} lines={theirWords(settings.theirs(field))} />}
      <Button type="submit" class="button" off={!settings.isUnsaved(field) || stale || settings.busy.value}>
        {say("bot_save")}
      </Button>
    </form>
  );
}
