/**
 * Where WebSockets are blocked: the same events by GET, the same commands by POST, with the same cmids.
 * It is fetched on demand, and imports nothing, so that it splits nothing off from what everybody needs.
 */
import type { Cursor, Refused } from "./generated/wire";
import type { Incoming } from "./link";

export interface PollOptions {
  origin: string;
  site: string;
  headers(): Record<string, string>;
  position(): { conversation: string; cursor: Cursor } | null;
  onFrame(frame: Incoming): void;
  /** Whether the server answers this way. */
  onWorks(works: boolean): void;
  /** Milliseconds until the next round, after so many that failed in a row. */
  pause(misses: number): number;
}

export class Poller {
  #running: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #misses = 0;
  #busy = false;

  constructor(private readonly options: PollOptions) {}

  start(): void {
    if (this.#running) return;
    this.#running = new AbortController();
    void this.#poll(this.#running.signal);
  }

  stop(): void {
    this.#running?.abort();
    this.#running = null;
    clearTimeout(this.#timer);
    this.options.onWorks(false);
  }

  send(frame: object): boolean {
    if (!this.#running || !("cmid" in frame)) return false;
    void this.#post(frame as { cmid: string });
    return true;
  }

  async #poll(aborted: AbortSignal): Promise<void> {
    if (this.#busy || aborted.aborted) return;
    this.#busy = true;
    clearTimeout(this.#timer);
    const frames = await this.#request(this.#eventsUrl(), { signal: aborted });
    this.#busy = false;
    if (aborted.aborted) return;
    this.#misses = frames ? 0 : this.#misses + 1;
    this.options.onWorks(frames !== null);
    for (const frame of frames ?? []) this.options.onFrame(frame);
    const more = frames?.some((frame) => "more" in frame && frame.more === true);
    this.#timer = setTimeout(() => void this.#poll(aborted), more ? 0 : this.options.pause(this.#misses));
  }

  async #post(frame: { cmid: string }): Promise<void> {
    const url = `${this.options.origin}/api/v1/visitor/commands/?site=${encodeURIComponent(this.options.site)}`;
    const answer = await this.#request(url, { method: "POST", body: JSON.stringify(frame) });
    for (const each of answer ?? [unavailable(frame.cmid)]) this.options.onFrame(each);
    // The answer to what was just said should not wait for the next round.
    if (answer && this.#running && !this.#running.signal.aborted) void this.#poll(this.#running.signal);
  }

  async #request(url: string, init: RequestInit): Promise<Incoming[] | null> {
    const headers = { ...this.options.headers(), "Content-Type": "application/json" };
    try {
      const response = await fetch(url, { ...init, headers, credentials: "omit", cache: "no-store" });
      const body = (await response.json()) as { frames?: Incoming[] };
      return body.frames ?? null;
    } catch {
      return null;
    }
  }

  #eventsUrl(): string {
    const query = new URLSearchParams({ site: this.options.site });
    const position = this.options.position();
    if (position) {
      query.set("conversation", position.conversation);
      for (const [key, value] of Object.entries(position.cursor)) query.set(key, String(value));
    }
    return `${this.options.origin}/api/v1/visitor/events/?${query}`;
  }
}

function unavailable(cmid: string): Refused {
  return { type: "refused", code: "unavailable", cmid, ref: null, by: null, retry_after: null };
}
