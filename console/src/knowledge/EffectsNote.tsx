import { say } from "../words";
import type { Trial } from "./trial";
import type { Effect, Effects } from "./types";

/** What the open entry would do to others, in a sentence; "" as long as that isn't known. */
export function effectsNews({ effects: { value } }: Trial): string {
  if (!value) return "";
  const { taken, moved, missed, asked } = value;
  return taken.length + moved.length + missed.length + asked.length === 0 ? say("effects_none") : warning(value);
}

/** What else would change, before it does. */
export function EffectsNote({ trial }: { trial: Trial }) {
  const effects = trial.effects.value;
  if (!effects) return null;
  const { taken, moved, missed, asked, phrases, questions } = effects;
  return (
    <section class="effects">
      <h2>{say("effects_title")}</h2>
      <p class="meta">{say("effects_checked", { phrases, questions })}</p>
      <p class="weighed">{effectsNews(trial)}</p>
      <Changes title={say("effects_taken")} effects={taken} />
      <Changes title={say("effects_moved")} effects={moved} />
      <Changes title={say("effects_missed")} effects={missed} />
      <Changes title={say("effects_asked")} effects={asked} />
    </section>
  );
}

function warning({ taken, moved }: Effects): string {
  const n = taken.length + moved.length;
  return n > 0 ? say(n === 1 ? "effects_warn_one" : "effects_warn", { n }) : "";
}

function Changes({ title, effects }: { title: string; effects: readonly Effect[] }) {
  if (effects.length === 0) return null;
  return (
    <>
      <h3>
        {title} <span class="count num">{effects.length}</span>
      </h3>
      <ul>
        {effects.map((effect) => (
          <li key={effect.text}>
            <span dir="auto">“{effect.text}”</span>
            <span class="meta">{course(effect)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function course({ was, was_title, now, now_title }: Effect): string {
  const [from, to] = [ending(was, was_title), ending(now, now_title)];
  return from === to ? to : say("effects_from_to", { from, to });
}

const ending = (decision: Effect["was"], title: string): string => title || say(`ends_${decision}`);
