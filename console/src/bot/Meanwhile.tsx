import { useRef } from "preact/hooks";
import { Button } from "../Button";
import { focusSoon } from "../focus";
import { say } from "../words";
import type { BotSettings, Part } from "./settings";

interface Props {
  part: Part;
  settings: BotSettings;
  /** What they did, or what is stored now; a line each. */
  lines: readonly string[];
}

/** Somebody stored another one while this was written: the owner chooses, or goes on writing. */
export function Meanwhile({ part, settings, lines }: Props) {
  const note = useRef<HTMLDivElement>(null);
  /** The buttons go: who pressed one goes on in the fields. */
  const choose = (act: () => void): void => {
    const form = note.current?.closest("form");
    act();
    focusSoon(() => form?.querySelector<HTMLElement>("textarea, input:checked"));
  };
  const keep = (): void => {
    settings.keepMine(part);
    void settings.save(part);
  };
  return (
    <div class="conflict" role="alert" ref={note}>
      <p>{say("bot_meanwhile")}</p>
      <blockquote dir="auto">
        {lines.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </blockquote>
      <div class="actions">
        {part !== "hours" && (
          <Button class="button" onClick={() => choose(() => settings.takeBoth(part))}>
            {say("bot_take_both")}
          </Button>
        )}
        <Button class="button" off={settings.busy.value} onClick={() => choose(keep)}>
          {say("bot_keep_mine")}
        </Button>
        <Button class="button" onClick={() => choose(() => settings.takeStored(part))}>
          {say("bot_take_stored")}
        </Button>
      </div>
    </div>
  );
}
