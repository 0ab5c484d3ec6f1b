/** What this client holds of a conversation's history: always gapless from seq 1. Pure. */
import type { Cursor, Events, WireEvent } from "./generated/wire";

export interface Transcript {
  readonly epoch: number;
  readonly events: readonly WireEvent[];
}

/** `gap`: something before these events is missing. `foreign`: the server's history isn't ours, start from nothing. */
export interface Merged {
  readonly transcript: Transcript;
  readonly fresh: readonly WireEvent[];
  readonly gap: boolean;
  readonly foreign: boolean;
}

export const emptyTranscript: Transcript = { epoch: 0, events: [] };

export function top(transcript: Transcript): number {
  return transcript.events.length;
}

export function cursorOf(transcript: Transcript): Cursor | null {
  const last = transcript.events.at(-1);
  return last ? { epoch: transcript.epoch, seq: last.seq, id: last.id } : null;
}

/** Takes what continues our history, whatever came twice, late or too early. */
export function merge(transcript: Transcript, frame: Pick<Events, "epoch" | "events">): Merged {
  if (isForeign(transcript, frame)) return { transcript: emptyTranscript, fresh: [], gap: false, foreign: true };
  const fresh: WireEvent[] = [];
  let next = top(transcript) + 1;
  for (const event of [...frame.events].sort((a, b) => a.seq - b.seq)) {
    if (event.seq === next) next = fresh.push(event) + top(transcript) + 1;
  }
  const gap = frame.events.some((event) => event.seq >= next);
  const merged = { epoch: frame.epoch, events: fresh.length ? [...transcript.events, ...fresh] : transcript.events };
  return { transcript: merged, fresh, gap, foreign: false };
}

function isForeign(transcript: Transcript, frame: Pick<Events, "epoch" | "events">): boolean {
  if (top(transcript) === 0) return false;
  if (frame.epoch !== transcript.epoch) return true;
  return frame.events.some((event) => {
    const ours = transcript.events[event.seq - 1];
    return ours !== undefined && ours.id !== event.id;
  });
}
