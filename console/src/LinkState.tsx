import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { now, serverTime } from "./clock";
import type { Desk } from "./desk";
import { leaseWords, linkWords } from "./linkWords";
import { say } from "./words";

/** How long "Connected" stays, in milliseconds. */
const GOOD_NEWS_MS = 6_000;

/** A line over everything for as long as the server can't be reached, and a moment longer. */
export function LinkState({ desk }: { desk: Desk }) {
  const { session } = desk;
  const link = session.connection.value;
  const wrong = linkWords(link, session.inboxLoaded.value);
  const words = useGoodNews(desk, wrong !== "") || wrong;
  return (
    <section
      class={words ? `link-state ${wrong ? "" : "well"}` : "hush"}
      aria-label={wrong ? say("link_label") : undefined}
    >
      <span role="status">{words}</span>
      {wrong && <Lease desk={desk} />}
      {link.kind === "stopped" && (
        <button type="button" class="button" onClick={() => location.reload()}>
          {say("reload")}
        </button>
      )}
    </section>
  );
}

/** The countdown is there to be read; told every second it would drown everything else. */
function Lease({ desk }: { desk: Desk }) {
  const until = desk.session.leaseUntil.value;
  if (until === null) return null;
  const words = leaseWords(desk.myRows.value.length, serverTime(until) - now.value);
  return words ? <span class="num lease">{words}</span> : null;
}

/** "Connected" once everything is here again, for a moment. */
function useGoodNews(desk: Desk, wrong: boolean): string {
  const news = useSignal("");
  const missed = useSignal(false);
  const well = !wrong && desk.session.caughtUp.value;
  useEffect(() => {
    if (wrong) missed.value = true;
    if (wrong) news.value = "";
    if (!well || !missed.value) return;
    missed.value = false;
    news.value = say("online_again");
    const timer = setTimeout(() => (news.value = ""), GOOD_NEWS_MS);
    return () => clearTimeout(timer);
  }, [wrong, well]);
  return news.value;
}
