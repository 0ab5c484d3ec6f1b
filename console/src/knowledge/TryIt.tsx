import { useId } from "preact/hooks";
import { botWords } from "../thread/botWords";
import { RichText } from "../thread/RichText";
import { say, sayFirst } from "../words";
import { EffectsNote, effectsNews } from "./EffectsNote";
import { Meter, score } from "./Meter";
import type { Trial } from "./trial";
import type { Tried } from "./types";

/** `site` is where links within it lead. */
export function TryIt({ trial, site }: { trial: Trial; site: string }) {
  const id = useId();
  const tried = trial.tried.value;
  return (
    <>
      <h2>{say("try_title")}</h2>
      <p class="meta">{say(`try_${trial.of}`)}</p>
      <label class="hush" for={id}>
        {say("try_label")}
      </label>
      <input
        id={id}
        class="field"
        dir="auto"
        maxLength={2000}
        autocomplete="off"
        placeholder={say("try_placeholder")}
        value={trial.question.value}
        onInput={(event) => (trial.question.value = event.currentTarget.value)}
      />
      <p class={trial.failed.value ? "problems" : "hush"} role="status">
        {trial.failed.value ? say("try_failed") : tried && headline(tried)}
      </p>
      {tried && !trial.failed.value && <Result tried={tried} site={site} />}
      <p class="hush" role="status">
        {effectsNews(trial)}
      </p>
      <EffectsNote trial={trial} />
    </>
  );
}

function Result({ tried, site }: { tried: Tried; site: string }) {
  const ranking = useId();
  const byKnowledge = tried.decision !== "hand_over" && (tried.decision !== "say" || SILENT.has(tried.code));
  return (
    <div class="verdict">
      <div class={tried.decision === "hand_over" ? "ruled handing" : "ruled"}>
        <span class="cut">
          <strong>{headline(tried)}</strong>
        </span>
        <Said tried={tried} site={site} />
      </div>
      {byKnowledge && <Meter tried={tried} />}
      <p>{why(tried)}</p>
      {byKnowledge && tried.ranked.length > 0 && (
        <section aria-labelledby={ranking}>
          <h3 id={ranking}>{say("try_ranking")}</h3>
          <ol class="ranking">
            {tried.ranked.map((each) => (
              <li key={each.entry_id}>
                <span dir="auto">{each.title}</span> <span class="mono num">{score(each.score)}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

/** Fixed sentences that say that there is no answer. */
const SILENT: ReadonlySet<Tried["code"]> = new Set(["bot_no_answer_yet", "bot_other_language"]);

function headline({ decision, code }: Tried): string {
  if (decision === "say" && SILENT.has(code)) return say("try_says_nothing");
  return say(`try_${decision}`);
}

function Said({ tried, site }: { tried: Tried; site: string }) {
  if (tried.decision === "answer") return <RichText text={tried.answer} site={site} />;
  if (tried.decision === "hand_over") return <p>{say("try_to_person")}</p>;
  if (tried.decision === "say") return <p>{botWords({ text: "", code: tried.code })}</p>;
  return (
    <ul>
      {tried.choices.map((choice) => (
        <li key={choice.entry_id} dir="auto">
          {choice.title}
        </li>
      ))}
    </ul>
  );
}

function why({ decision, reason, code, quote, confidence, answer_from, clarify_from }: Tried): string {
  const n = { n: score(confidence), from: score(answer_from), least: score(clarify_from), quote };
  if (decision === "answer") return say("try_why_answer", n);
  if (decision === "clarify") return say(confidence >= answer_from ? "try_why_torn" : "try_why_clarify", n);
  if (decision === "hand_over") return sayFirst([`try_why_${reason}`, `reason_${reason}`, "try_why_person"], n);
  if (code === "bot_other_language") return say("try_why_language");
  return code === "bot_no_answer_yet" ? say("try_why_nothing", n) : say("try_why_manners");
}
