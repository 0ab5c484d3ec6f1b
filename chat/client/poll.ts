/** Where WebSockets are blocked: the same events by GET, the same commands by POST, with the same cmids. */
import { signal } from "@preact/signals-core";
import { backoff } from "./backoff";
import { POLL_EVERY } from "./generated/constants";
import type { Cursor, Refused } from "./generated/wire";
import type { Fallback, Incoming } from "./link";

export interface PollOptions {
  origin: string;
  site: string;
  headers(): Record<string, string>;
  position(): { conversation: string; cursor: Cursor } | null;
  onFrame(frame: Incoming): void;
}

export class Poller implements Fallback {
  readonly works = signal(false);
  private running: AbortController | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private misses = 0;
  private busy = false;

  constructor(private readonly options: PollOptions) {}

  start(): void {
    if (this.running) return;
    this.running = new AbortController();
    void this.poll(this.running.signal);
  }

  stop(): void {
    this.running?.abort();
    this.running = null;
    clearTimeout(this.timer);
    this.works.value = false;
  }

  send(frame: object): boolean {
    if (!this.running || !("cmid" in frame)) return false;
    void this.post(frame as { cmid: string });
    return true;
  }

  private async poll(aborted: AbortSignal): Promise<void> {
    if (this.busy || aborted.aborted) return;
    this.busy = true;
    clearTimeout(this.timer);
    const frames = await this.request(this.eventsUrl(), { signal: aborted });
    this.busy = false;
    if (aborted.aborted) return;
    this.misses = frames ? 0 : this.misses + 1;
    this.works.value = frames !== null;
    for (const frame of frames ?? []) this.options.onFrame(frame);
    const more = frames?.some((frame) => "more" in frame && frame.more === true);
    const wait = frames ? (more ? 0 : POLL_EVERY * 1000) : backoff(this.misses, Math.random());
    this.timer = setTimeout(() => void this.poll(aborted), wait);
  }

  private async post(frame: { cmid: string }): Promise<void> {
    const url = `${this.options.origin}/api/v1/visitor/commands/?site=${encodeURIComponent(this.options.site)}`;
    const answer = await this.request(url, { method: "POST", body: JSON.stringify(frame) });
    for (const each of answer ?? [unavailable(frame.cmid)]) this.options.onFrame(each);
    // The answer to what was just said should not wait for the next round.
    if (answer && this.running && !this.running.signal.aborted) void this.poll(this.running.signal);
  }

  private async request(url: string, init: RequestInit): Promise<Incoming[] | null> {
    const headers = { ...this.options.headers(), "Content-Type": "application/json" };
    try {
      const response = await fetch(url, { ...init, headers, credentials: "omit", cache: "no-store" });
      const body = (await response.json()) as { frames?: Incoming[] };
      return body.frames ?? null;
    } catch {
      return null;
    }
  }

  private eventsUrl(): string {
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
