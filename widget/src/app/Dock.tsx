/** @jsxImportSource ../dom */
import { session } from "../chat";
import { firstName } from "../people";
import { dayAndClock, fill, minutes, names, say } from "../words";
import { Failed } from "./PendingMessage";

/** The way to a person: there in every bot state, also before the first message and after the end. */
export function Dock() {
  const { status } = session.view.value;
  if (status === "waiting" || status === "human" || status === "message_left") return null;
  const asked = session.pending.value.find(({ frame }) => frame.type === "ask_person");
  const busy = asked?.state === "sending";
  return (
    <div class="dock">
      <button type="button" class="talk" onClick={() => session.askPerson()} aria-busy={busy}>
        <span class="dot" aria-hidden="true" />
        {busy ? say.talk_pending : say.talk}
      </button>
      <p class="meta">{whoIsHere()}</p>
      {asked?.state === "failed" && <Failed entry={asked} />}
    </div>
  );
}

function whoIsHere(): string {
  const availability = session.availability.value;
  if (!availability) return "";
  const { agents, back_at, wait } = availability;
  if (agents.length) {
    const here = fill(agents.length === 1 ? say.here_one : say.here_many, { names: names(agents.map(firstName)) });
    return wait ? `${here} ${fill(say.about, { time: minutes(wait.minutes) })}` : here;
  }
  return back_at ? `${say.nobody} ${fill(say.back, { time: dayAndClock(back_at) })}` : say.nobody;
}
