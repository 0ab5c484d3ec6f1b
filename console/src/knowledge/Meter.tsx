import { say } from "../words";
import type { Tried } from "./types";

export const score = (share: number): string => share.toFixed(2);

/** How sure the bot is, on a rule with two cuts. What it says is also beside it in words. */
export function Meter({ tried: { confidence, answer_from, clarify_from } }: { tried: Tried }) {
  const at = (share: number): number => Math.round(share * 300);
  const label = say("try_sure", { n: score(confidence) });
  return (
    <figure class="meter">
      <figcaption class="mono num">{label}</figcaption>
      <svg viewBox="0 0 300 16" role="img" aria-label={label} preserveAspectRatio="none">
        <rect x="0.500" y="5.500" width="299" height="5" class="rule" />
        <rect x="0" y="5" width={at(confidence)} height="6" class="so-far" />
        <path d={`M${at(clarify_from)} 1V15M${at(answer_from)} 1V15`} class="cuts" />
      </svg>
      <ol class="meta" aria-hidden="true">
        <li>{say("try_band_person")}</li>
        <li>{say("try_band_asks")}</li>
        <li>{say("try_band_answers")}</li>
      </ol>
    </figure>
  );
}
