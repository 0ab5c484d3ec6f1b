import { useId } from "preact/hooks";
import { RichText } from "../thread/RichText";
import { say, sayFirst } from "../words";
import { EffectsNote } from "./EffectsNote";
import { Meter, score } from "./Meter";
import type { Trial } from "./trial";
import type { Tried } from "./types";

export function TryIt({ trial }: { trial: Trial }) {
  const id = useId();
  const tried = trial.tried.value;
  return (
    <>
      <h2>{say("try_title")}</h2>
      <p class="meta">{say(trial.ofDraft ? "try_draft" : "try_live")}</p>
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
      {tried && !trial.failed.value && <Result tried={tried} />}
      <EffectsNote trial={trial} />
    </>
  );
}

function Result({ tried }: { tried: Tried }) {
  const rest = tried.ranked.filter(({ entry_id }) => entry_id !== tried.id);
  return (
    <div class="verdict">
      <div class={tried.decision === "hand_over" ? "ruled handing" : "ruled"}>
        <span class="cut">
          <strong>{headline(tried)}</strong>
        </span>
        <Said tried={tried} />
      </div>
      <Meter tried={tried} />
      <p>{why(tried)}</p>
      {rest.length > 0 && (
        <dl class="next">
          {rest.map((each) => (
            <div key={each.entry_id}>
              <dt dir="auto">{say("try_next", { title: each.title })}</dt>
              <dd class="mono num">{score(each.score)}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

function headline({ decision, code }: Tried): string {
  if (decision === "say" && code === "no_answer_yet") return say("try_says_nothing");
  return say(`try_${decision}`);
}

function Said({ tried }: { tried: Tried }) {
  if (tried.decision === "answer") return <RichText text={tried.answer} />;
  if (tried.decision === "hand_over") return <p>{say("try_to_person")}</p>;
  if (tried.decision === "say") return <p>{sayFirst([`try_code_${tried.code}`, "try_fixed"])}</p>;
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
  return code === "no_answer_yet" ? say("try_why_nothing", n) : say("try_why_manners");
}
