import { useId } from "preact/hooks";
import { RichText } from "../thread/RichText";
import { say } from "../words";
import { filled } from "./placeholders";

/** What an answer becomes at this site: its placeholders' words, and where its own links lead ("" where nobody knows). */
export interface Reading {
  readonly placeholders: Readonly<Record<string, string>>;
  readonly origin: string;
}

/** As visitors read it. */
export function Preview({ answer, reading: { placeholders, origin } }: { answer: string; reading: Reading }) {
  const title = useId();
  const text = filled(answer, placeholders);
  return (
    <section class="preview" aria-labelledby={title}>
      <h3 id={title}>{say("know_preview")}</h3>
      <div class="ruled">
        <span class="cut">
          <strong>{say("bot")}</strong>
        </span>
        {text.trim() ? <RichText text={text} site={origin} /> : <p class="meta">{say("know_preview_empty")}</p>}
      </div>
    </section>
  );
}
