/** Which conversation is the visitor's now, and its thread. A new one may take the place of one closed long ago. */
import { signal } from "@preact/signals-core";
import type { Cursor, Events, Head, Queue } from "./generated/wire";
import type { Via } from "./link";
import { Thread } from "./thread";

export interface CurrentOptions {
  tell(frame: object): boolean;
  onMoved(top: number): void;
}

export class Current {
  readonly thread: Thread;
  readonly queue = signal<Queue | null>(null);
  #id: string | null = null;
  #refs = 0;

  constructor({ tell, onMoved }: CurrentOptions) {
    this.thread = new Thread({
      nextRef: () => ++this.#refs,
      resume: (ref, cursor) => tell({ type: "resume", ref, conversation: this.#id, cursor }),
      onMoved: (top) => {
        // A place in line is of one wait: who comes back into the line gets another.
        if (this.thread.view.value.status !== "waiting") this.queue.value = null;
        onMoved(top);
      },
    });
  }

  get position(): { conversation: string; cursor: Cursor } | null {
    const { cursor } = this.thread;
    return this.#id !== null && cursor ? { conversation: this.#id, cursor } : null;
  }

  /** What the server says is current, when the connection begins. */
  begin(head: Head | null): void {
    this.#adopt(head?.conversation ?? null);
    if (head) this.thread.asker.ask();
    else this.thread.loaded.value = true;
  }

  /** Events of another conversation are only taken as the answer to our question; a push of them may be an old one's. */
  happened(frame: Events, via: Via): void {
    const asked = via === "poll" || this.thread.asker.isMine(frame.ref);
    if (this.#id === null || asked) this.#adopt(frame.conversation, frame.ref);
    else if (frame.conversation !== this.#id) return this.thread.asker.ask();
    this.thread.receive(frame, via);
  }

  /** Our command landed in a conversation that we don't show: the one before was closed too long ago. */
  follow(conversation: string): void {
    if (conversation === this.#id) return;
    this.#adopt(conversation);
    this.thread.asker.ask();
  }

  reset(conversation: string | null): void {
    if (conversation === null) this.#id = null;
    this.thread.restart();
  }

  compare(tops: Record<string, number>): void {
    const top = this.#id === null ? undefined : tops[this.#id];
    if (top !== undefined) this.thread.compare(top);
    else if (Object.keys(tops).length) this.thread.asker.ask();
  }

  /** There is none, until the server names one. */
  forget(): void {
    this.#id = null;
    this.queue.value = null;
    this.thread.clear();
    this.thread.loaded.value = true;
  }

  #adopt(conversation: string | null, answerTo: number | null = null): void {
    if (conversation === this.#id) return;
    const had = this.#id !== null;
    this.#id = conversation;
    this.queue.value = null;
    if (had && answerTo === null) this.thread.clear();
  }
}
