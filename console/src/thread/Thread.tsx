import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Item, View, Watched } from "../../../chat/client/types";
import { now } from "../clock";
import type { Desk } from "../desk";
import { say } from "../words";
import { Boundary } from "./Boundary";
import { changeBefore, lineOf, type Reader } from "./boundaries";
import { Draft } from "./Draft";
import { AgentMessage, BotMessage, VisitorMessage } from "./messages";
import { PendingMessage } from "./PendingMessage";
import { isGone } from "./presenceWords";
import { TurnLine, turnsAlone } from "./turns";

/** Nearer than this to the end, in px, the reader follows what is new. */
const NEAR_END = 120;

export function Thread({ desk, watched }: { desk: Desk; watched: Watched }) {
  const view = watched.view.value;
  const pending = watched.pending.value;
  const ready = watched.loaded.value || view.seq > 0;
  const scroller = useFollowing(view.seq + pending.length, ready);
  const live = useLive(watched.loaded.value);
  if (!ready) return <p class="nothing">{say("loading")}</p>;
  return (
    <div
      class={live ? "thread live" : "thread"}
      ref={scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller must take the keyboard, Safari gives it none.
      tabIndex={0}
      role="log"
      aria-live="off"
      aria-label={say("transcript_label", { visitor: desk.visitor })}
    >
      <ol>
        {view.items.map((item) => (
          <Entry key={item.seq} item={item} view={view} desk={desk} watched={watched} />
        ))}
        {pending.map((each) => (
          <PendingMessage key={each.cmid} pending={each} watched={watched} />
        ))}
      </ol>
    </div>
  );
}

/** True from when the history stands: only what comes after it moves into place. */
function useLive(loaded: boolean): boolean {
  const live = useSignal(false);
  useEffect(() => {
    if (loaded) requestAnimationFrame(() => (live.value = true));
  }, [loaded]);
  return live.value;
}

function toEnd(box: HTMLElement): void {
  box.scrollTo({ top: box.scrollHeight });
}

/** Keeps the newest in sight unless the reader went back to read. */
function useFollowing(newest: number, ready: boolean) {
  const scroller = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    let last = box.scrollTop;
    // Only who goes back leaves the end: not who turns the phone while new words come.
    const onScroll = (): void => {
      const near = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END;
      if (near || box.scrollTop < last) atEnd.current = near;
      last = box.scrollTop;
    };
    // The dock and the packet change height after the words are there.
    const sizes = new ResizeObserver(() => {
      if (atEnd.current) toEnd(box);
    });
    box.addEventListener("scroll", onScroll, { passive: true });
    sizes.observe(box);
    return () => {
      box.removeEventListener("scroll", onScroll);
      sizes.disconnect();
    };
  }, [ready]);
  useLayoutEffect(() => {
    if (atEnd.current && scroller.current) toEnd(scroller.current);
  }, [newest]);
  return scroller;
}

interface EntryProps {
  item: Item;
  view: View;
  desk: Desk;
  watched: Watched;
}

function Entry({ item, view, desk, watched }: EntryProps) {
  const presence = watched.presence.value;
  const unreachable = isGone(presence) && presence.email === null;
  const reader: Reader = { me: desk.session.me.value?.id, visitor: desk.visitor, now: now.peek(), unreachable };
  const { event } = item;
  if (event.kind === "message") return <Said {...{ item, view, desk, watched, reader }} message={event} />;
  if (event.kind === "bot_draft") return <Draft item={item} draft={event} items={view.items} desk={desk} />;
  if (event.kind === "answer_judged") return null;
  if (event.kind === "bot_turn") return turnsAlone(view.items, event) ? <TurnLine turn={event} /> : null;
  const line = lineOf(item, reader, changeBefore(view.items, item.seq));
  return line && <Boundary line={line} />;
}

interface SaidProps extends EntryProps {
  message: Extract<Item["event"], { kind: "message" }>;
  reader: Reader;
}

function Said({ item, message, reader, watched, view, desk }: SaidProps) {
  if (message.author_kind === "visitor")
    return <VisitorMessage item={item} message={message} visitor={reader.visitor} />;
  if (message.author_kind === "agent") {
    const read = watched.readUpTo.value >= item.seq;
    return <AgentMessage item={item} message={message} mine={message.author?.id === reader.me} read={read} />;
  }
  return <BotMessage item={item} message={message} visitor={reader.visitor} items={view.items} desk={desk} />;
}
