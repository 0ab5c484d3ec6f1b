/** @jsxImportSource ../dom */
import { session } from "../chat";
import { firstName } from "../people";
import { dayAndClock, minutes, names, say } from "../words";
import { Failed } from "./PendingMessage";

/** The way to a person: there in every bot state, also before the first message. */
export function Dock() {
  const { status } = session.view.value;
  if (status !== "start" && status !== "bot") return null;
  const asked = session.pending.value.find(({ frame }) => frame.type === "ask_person");
  const busy = asked?.state === "sending";
  return (
    <div class="dock">
      <button type="button" class="talk" onClick={() => session.askPerson()} aria-busy={busy}>
        <span class="dot" aria-hidden="true" />
        {say(busy ? "talk_pending" : "talk")}
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
    const here = say(agents.length === 1 ? "here_one" : "here_many", { names: names(agents.map(firstName)) });
    return wait ? `${here} ${say("about", { time: minutes(wait.minutes) })}` : here;
  }
  return back_at ? `${say("nobody")} ${say("back", { time: dayAndClock(back_at) })}` : say("nobody");
}
