/** @jsxImportSource ../dom */
import { session } from "../chat";
import { firstName } from "../people";
import { dayAndClock, fill, say } from "../words";
import { isPeopleFirst } from "./dial";
import { EmailOffer } from "./EmailOffer";
import { Seats } from "./Seats";
import { waitWords } from "./waitWords";

/** Waiting always has an outcome in sight: a place in line, an answer by e-mail, or, where there is one, the way back to the bot. */
export function QueueCard() {
  const somebody = isSomebodyHere();
  return (
    <section class="card seat" aria-label={say.waiting_title}>
      {somebody ? <Place /> : <Nobody />}
      <EmailOffer open={!somebody} />
      {isPeopleFirst() || (
        <button type="button" class="link" onClick={() => session.cancelHandoff()}>
          {say.back_to_bot}
        </button>
      )}
    </section>
  );
}

/** A person has the chat, but hasn't answered for minutes. */
export function LateCard() {
  return (
    <section class="card seat" aria-label={say.late}>
      <Late />
      <EmailOffer />
    </section>
  );
}

function isSomebodyHere(): boolean {
  const now = session.availability.value;
  return now ? now.agents.length > 0 : (session.view.value.handoff?.agents_here ?? true);
}

/** What is said aloud of it, sentence by sentence, whenever one of them changes. */
export function waitingWords(): string[] {
  const { view, queue } = session;
  const { status, late, handoff } = view.value;
  if (status !== "waiting") return status === "human" && late ? [lateWords()] : [];
  if (!isSomebodyHere()) return [`${say.nobody} ${backWords()}`];
  // Before the place is known, the log says that a person was asked for.
  const place = queue.value && placeWords(queue.value.place);
  return [place ?? "", waitWords(handoff, queue.value), late ? lateWords() : ""];
}

function Nobody() {
  return (
    <div>
      <h2>{say.nobody}</h2>
      <p>{backWords()}</p>
    </div>
  );
}

function backWords(): string {
  const back = session.availability.value?.back_at;
  return `${back ? fill(say.back, { time: dayAndClock(back) }) : ""} ${say.email_prompt}`;
}

function Place() {
  const { queue, view } = session;
  const { expected, late, handoff } = view.value;
  const wait = waitWords(handoff, queue.value);
  return (
    <>
      {queue.value && <Seats place={queue.value.place} />}
      <div>
        <h2>{placeWords(queue.value?.place)}</h2>
        {wait && <p>{wait}</p>}
      </div>
      {late && <Late />}
      <p>{expected ? fill(say.lost_note, { name: firstName(expected.name) }) : say.queue_note}</p>
      <p class="meta">{say.place_safe}</p>
    </>
  );
}

function Late() {
  return (
    <p>
      <strong>{say.late}.</strong> {say.late_note}
    </p>
  );
}

function lateWords(): string {
  return `${say.late}. ${say.late_note}`;
}

function placeWords(place: number | undefined): string {
  if (!place) return say.asked_person;
  return place === 1 ? say.next_in_line : fill(say.in_line, { n: place });
}
