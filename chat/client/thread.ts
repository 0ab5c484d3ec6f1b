/** One conversation as this client knows it: its transcript, the view of it, and how gaps are filled. */
import { signal } from "@preact/signals-core";
import { Asker } from "./asker";
import type { Cursor, Events, IsTyping } from "./generated/wire";
import type { Via } from "./link";
import { cursorOf, emptyTranscript, merge, type Transcript, top } from "./transcript";
import type { TypingHint, View } from "./types";
import { emptyView, fold } from "./view";

const TYPING_SHOWN_MS = 6_000;

export interface ThreadOptions {
  nextRef(): number;
  /** Sends a resume; false when there is no connection. */
  resume(ref: number, cursor: Cursor | null): boolean;
  /** New events are in. */
  onMoved(top: number): void;
}

export class Thread {
  readonly view = signal<View>(emptyView);
  readonly loaded = signal(false);
  readonly readUpTo = signal(0);
  readonly typing = signal<TypingHint | null>(null);
  readonly asker: Asker;
  #transcript: Transcript = emptyTranscript;
  #typingTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: ThreadOptions) {
    this.asker = new Asker(options.nextRef, (ref) => options.resume(ref, this.cursor));
  }

  get cursor(): Cursor | null {
    return cursorOf(this.#transcript);
  }

  get top(): number {
    return top(this.#transcript);
  }

  receive(frame: Events, via: Via): void {
    const answer = this.asker.isMine(frame.ref);
    if (frame.ref !== null && !answer) return;
    const merged = merge(this.#transcript, frame);
    if (merged.foreign) return this.restart();
    this.#take(merged.transcript, merged.fresh);
    if (answer) this.loaded.value = this.asker.answered(frame.more) || this.loaded.value;
    else if (merged.gap) this.asker.ask();
    if (via === "poll" && !frame.more) this.loaded.value = true;
  }

  /** The server's top seq, from a heartbeat: another than ours means that a push got lost, or history was restored. */
  compare(serverTop: number): void {
    if (serverTop !== this.top) this.asker.ask();
  }

  /** The server doesn't know our history. */
  restart(): void {
    this.clear();
    this.asker.ask();
  }

  clear(): void {
    this.asker.lost();
    this.#transcript = emptyTranscript;
    this.view.value = emptyView;
    this.loaded.value = false;
    this.readUpTo.value = 0;
    this.#showTyping(null);
  }

  hasRead(seq: number): void {
    this.readUpTo.value = Math.max(this.readUpTo.value, seq);
  }

  isTyping(frame: IsTyping): void {
    this.#showTyping({ author_kind: frame.author_kind, name: frame.name });
    this.#typingTimer = setTimeout(() => this.#showTyping(null), TYPING_SHOWN_MS);
  }

  #take(transcript: Transcript, fresh: Transcript["events"]): void {
    this.#transcript = transcript;
    if (!fresh.length) return;
    this.view.value = fold(this.view.value, fresh);
    this.#showTyping(null);
    this.options.onMoved(this.top);
  }

  #showTyping(hint: TypingHint | null): void {
    clearTimeout(this.#typingTimer);
    this.typing.value = hint;
  }
}
