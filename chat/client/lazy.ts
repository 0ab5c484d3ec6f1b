/** The polling fallback, fetched only where it is needed: most visitors never need it. */
import { signal } from "@preact/signals-core";
import { backoff } from "./backoff";
import { POLL_EVERY } from "./generated/constants";
import type { Fallback } from "./link";
import type { Poller, PollOptions } from "./poll";

export class LazyPoller implements Fallback {
  readonly works = signal(false);
  #poller: Poller | null = null;
  #wanted = false;

  constructor(private readonly options: Omit<PollOptions, "onWorks" | "pause">) {}

  start(): void {
    this.#wanted = true;
    if (this.#poller) this.#poller.start();
    // Failing to load is like failing to poll: the sockets go on trying, and so will we.
    else this.#load().catch(() => undefined);
  }

  stop(): void {
    this.#wanted = false;
    this.#poller?.stop();
  }

  send(frame: object): boolean {
    return this.#poller?.send(frame) ?? false;
  }

  async #load(): Promise<void> {
    const { Poller } = await import("./poll");
    this.#poller ??= new Poller({
      ...this.options,
      onWorks: (works) => {
        this.works.value = works;
      },
      pause: (misses) => (misses ? backoff(misses, Math.random()) : POLL_EVERY * 1000),
    });
    if (this.#wanted) this.#poller.start();
  }
}
