/** Runs the connection machine: sockets, timers, and the polling fallback where WebSockets are blocked. */
import { type ReadonlySignal, signal } from "@preact/signals-core";
import { type Effect, type Input, idle, type Machine, step } from "./connection";
import type { Bye, Refused } from "./generated/wire";
import { type OpenSocket, openSocket, type Socket } from "./socket";
import type { Connection } from "./types";

export type Via = "socket" | "poll";

export interface Incoming {
  type: string;
}

/** The same frames over HTTP. `send` returns false for frames that only a socket can carry. */
export interface Fallback {
  start(): void;
  stop(): void;
  send(frame: object): boolean;
  readonly works: ReadonlySignal<boolean>;
}

export interface LinkOptions {
  url: string;
  hello(): object;
  onFrame(frame: Incoming, via: Via): void;
  /** A sign of life is wanted: ask the server something. */
  onProbe(): void;
  /** What was under way may be lost. */
  onDown(): void;
  fallback?: Fallback;
  open?: OpenSocket;
}

export class Link {
  readonly connection = signal<Connection>({ kind: "idle" });
  #machine: Machine = idle;
  #socket: Socket | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retryAt = 0;

  constructor(private readonly options: LinkOptions) {
    options.fallback?.works.subscribe(() => this.#publish());
  }

  feed(input: Input): void {
    const [machine, effects] = step(this.#machine, input, { now: performance.now(), random: Math.random() });
    const wasOnline = this.#machine.phase === "online";
    this.#machine = machine;
    for (const effect of effects) this.#perform(effect);
    if (wasOnline && machine.phase !== "online") this.options.onDown();
    if (machine.phase === "idle" || machine.phase === "stopped") clearTimeout(this.#timer);
    this.#publish();
  }

  /** False when the frame could not be handed to any connection. */
  send(frame: object): boolean {
    if (this.#machine.phase === "online" && this.#socket) {
      this.#socket.send(frame);
      return true;
    }
    return this.#pollingWorks && (this.options.fallback?.send(frame) ?? false);
  }

  get #pollingWorks(): boolean {
    return this.#machine.polling && (this.options.fallback?.works.value ?? false);
  }

  #perform(effect: Effect): void {
    switch (effect.do) {
      case "open":
        this.#socket = this.#open();
        return;
      case "hello":
        this.#socket?.send(this.options.hello());
        return;
      case "drop":
        this.#socket?.drop();
        this.#socket = null;
        return;
      case "probe":
        this.options.onProbe();
        return;
      case "timer":
        return this.#startTimer(effect.ms);
      case "poll":
        return effect.on ? this.options.fallback?.start() : this.options.fallback?.stop();
    }
  }

  #open(): Socket {
    const events = {
      onOpen: () => this.feed({ type: "opened" }),
      onFrame: (frame: unknown) => this.#receive(frame as Incoming),
      onClose: (code: number) => this.feed({ type: "closed", code }),
    };
    return (this.options.open ?? openSocket)(this.options.url, events);
  }

  #receive(frame: Incoming): void {
    if (frame.type === "bye") return this.#bye(frame as Bye);
    if (isUnsupported(frame)) return this.feed({ type: "unsupported" });
    this.feed({ type: frame.type === "welcome" ? "welcome" : "frame" });
    this.options.onFrame(frame, "socket");
  }

  #bye({ code, retry_after }: Bye): void {
    this.feed({ type: "bye", code, retryAfter: retry_after });
  }

  #startTimer(ms: number): void {
    clearTimeout(this.#timer);
    this.#retryAt = Date.now() + ms;
    this.#timer = setTimeout(() => this.feed({ type: "timer" }), ms);
  }

  #publish(): void {
    const next = this.#describe();
    const last = this.connection.value;
    const same = last.kind === next.kind && JSON.stringify(last) === JSON.stringify(next);
    if (!same) this.connection.value = next;
  }

  #describe(): Connection {
    const { phase, why, attempt } = this.#machine;
    if (phase === "idle") return { kind: "idle" };
    if (phase === "stopped") return { kind: "stopped", why: why ?? "forbidden" };
    if (phase === "online") return { kind: "online", via: "socket" };
    if (this.#pollingWorks) return { kind: "online", via: "poll" };
    return attempt === 0 ? { kind: "connecting" } : { kind: "offline", retryAt: this.#retryAt };
  }
}

function isUnsupported(frame: Incoming): boolean {
  return frame.type === "refused" && (frame as Refused).code === "protocol_unsupported";
}
