/** @jsxImportSource ../dom */
import { signal } from "@preact/signals-core";
import type { View } from "../../../chat/client/types";
import { session } from "../chat";
import { firstName } from "../people";
import { dayAndClock, say } from "../words";
import { EmailForm } from "./EmailForm";
import { Failed } from "./PendingMessage";

/** The handoff for which the visitor prefers e-mail. */
const byEmail = signal<View["handoff"]>(null);

function preferEmail(): void {
  byEmail.value = session.view.value.handoff;
}

/** Waiting always has an outcome in sight: a place in line, an answer by e-mail, or the way back to the bot. */
export function QueueCard() {
  const { handoff } = session.view.value;
  const nobody = !isSomebodyHere();
  const wantsEmail = nobody || (handoff !== null && byEmail.value === handoff);
  const asked = session.pending.value.find(({ frame }) => frame.type === "leave_message");
  return (
    <section class="card seat" aria-label={say("waiting_title")}>
      {nobody ? <Nobody /> : <Place />}
      {wantsEmail ? (
        asked?.state !== "sending" && <EmailForm />
      ) : (
        <button type="button" class="button" onClick={preferEmail}>
          {say("email_instead")}
        </button>
      )}
      {asked?.state === "failed" && <Failed entry={asked} />}
      <button type="button" class="link" onClick={() => session.cancelHandoff()}>
        {say("back_to_bot")}
      </button>
    </section>
  );
}

function isSomebodyHere(): boolean {
  const now = session.availability.value;
  return now ? now.agents.length > 0 : (session.view.value.handoff?.agents_here ?? true);
}

function Nobody() {
  const { availability } = session;
  const back = availability.value?.back_at;
  return (
    <>
      <h2>{say("nobody")}</h2>
      <p>
        {back && say("back", { time: dayAndClock(back) })} {say("email_prompt")}
      </p>
    </>
  );
}

function Place() {
  const { place, view } = session;
  const { expected } = view.value;
  return (
    <>
      <h2>{placeWords(place.value)}</h2>
      <p>{expected ? say("place_kept", { name: firstName(expected.name) }) : say("queue_note")}</p>
      <p class="meta">{say("place_safe")}</p>
    </>
  );
}

function placeWords(place: number | null): string {
  if (place === null) return say("asked_person");
  return place === 1 ? say("next_in_line") : say("in_line", { n: place });
}
