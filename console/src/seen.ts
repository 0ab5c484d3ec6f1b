import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Desk } from "./desk";
import { isUnread } from "./inbox/sections";

const key = (conversation: string): string => `candid:seen:${conversation}`;

/** Which of my chats hold words I haven't seen; and tells visitors, and the next page load, what I have. */
export class Seen {
  private readonly upTo = signal<ReadonlyMap<string, number>>(new Map());
  readonly unread: ReadonlySignal<ReadonlySet<string>>;

  constructor(private readonly desk: Desk) {
    this.unread = computed(() => {
      const mine = desk.sections.value.find((section) => section.key === "mine")?.rows ?? [];
      const fresh = mine.filter((row) => isUnread(row, this.seqOf(row.conversation)));
      return new Set(fresh.map((row) => row.conversation));
    });
  }

  /** Returns how to stop. */
  start(): () => void {
    const look = (): void => {
      if (document.visibilityState === "visible") this.markOpen();
    };
    const stop = effect(look);
    document.addEventListener("visibilitychange", look);
    return () => {
      stop();
      document.removeEventListener("visibilitychange", look);
    };
  }

  private seqOf(conversation: string): number {
    return this.upTo.value.get(conversation) ?? Number(this.desk.store.get(key(conversation)));
  }

  private markOpen(): void {
    const watched = this.desk.watched.value;
    const seq = watched?.view.value.seq ?? 0;
    if (!watched || seq === 0) return;
    // "Read" must mean that the person who replies has read it, so looking in on others' chats tells nobody.
    if (this.desk.mine) watched.markRead(seq);
    if (this.upTo.peek().get(watched.conversation) === seq) return;
    this.upTo.value = new Map(this.upTo.peek()).set(watched.conversation, seq);
    this.desk.store.set(key(watched.conversation), String(seq));
  }
}
