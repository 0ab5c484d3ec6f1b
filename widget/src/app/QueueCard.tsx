/** @jsxImportSource ../dom */
import { session } from "../chat";
import { firstName } from "../people";
import { dayAndClock, say } from "../words";
import { EmailOffer } from "./EmailOffer";
import { Seats } from "./Seats";
import { waitWords } from "./waitWords";

/** Waiting always has an outcome in sight: a place in line, an answer by e-mail, or the way back to the bot. */
export function QueueCard() {
  const somebody = isSomebodyHere();
  return (
    <section class="card seat" aria-label={say("waiting_title")}>
      {somebody ? <Place /> : <Nobody />}
      <EmailOffer open={!somebody} />
      <button type="button" class="link" onClick={() => session.cancelHandoff()}>
        {say("back_to_bot")}
      </button>
    </section>
  );
}

/** A person has the chat, but hasn't answered for minutes. */
export function LateCard() {
  return (
    <section class="card seat" aria-label={say("late")}>
      <div role="status">
        <Late />
      </div>
      <EmailOffer />
    </section>
  );
}

function isSomebodyHere(): boolean {
  const now = session.availability.value;
  return now ? now.agents.length > 0 : (session.view.value.handoff?.agents_here ?? true);
}

function Nobody() {
  const back = session.availability.value?.back_at;
  return (
    <div role="status">
      <h2>{say("nobody")}</h2>
      <p>
        {back && say("back", { time: dayAndClock(back) })} {say("email_prompt")}
      </p>
    </div>
  );
}

/** What is said anew whenever the place or the wait changes. */
function Place() {
  const { queue, view } = session;
  const { expected, late, handoff } = view.value;
  const wait = waitWords(handoff, queue.value);
  return (
    <>
      {queue.value && <Seats place={queue.value.place} />}
      <div role="status">
        <h2>{placeWords(queue.value?.place)}</h2>
        {wait && <p>{wait}</p>}
        {late && <Late />}
      </div>
      <p>{expected ? say("place_kept", { name: firstName(expected.name) }) : say("queue_note")}</p>
      <p class="meta">{say("place_safe")}</p>
    </>
  );
}

function Late() {
  return (
    <p>
      <strong>{say("late")}.</strong> {say("late_note")}
    </p>
  );
}

function placeWords(place: number | undefined): string {
  if (!place) return say("asked_person");
  return place === 1 ? say("next_in_line") : say("in_line", { n: place });
}
