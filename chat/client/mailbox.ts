/** The outbox with its storage: one key per command, so that tabs sharing the storage never overwrite each other. */
import { type ReadonlySignal, signal } from "@preact/signals-core";
import type { Ack, Refused } from "./generated/wire";
import * as outbox from "./outbox";
import type { Store } from "./storage";

export class Mailbox<C extends outbox.Command> {
  readonly #list = signal<outbox.Outbox<C>>([]);
  #store: Store | null = null;
  #prefix = "";

  get entries(): ReadonlySignal<outbox.Outbox<C>> {
    return this.#list;
  }

  /** From now on what is added is kept in `store`, and what an earlier page left there is taken up. */
  keepIn(store: Store, prefix: string): void {
    this.#store = store;
    this.#prefix = prefix;
    for (const entry of this.#list.value) this.#save(entry);
    this.reload();
  }

  /** Another tab changed the storage. */
  reload(): void {
    if (!this.#store) return;
    const stored = this.#store.keys().filter((key) => key.startsWith(this.#prefix));
    const entries = stored.map((key) => this.#load(key)).filter((entry) => entry !== null);
    const kept = new Set(entries.map((entry) => entry.cmid));
    const still = this.#list.value.filter((entry) => kept.has(entry.cmid) || entry.seq !== null || !isKept(entry));
    this.#list.value = outbox.add(still, entries);
  }

  post(frame: C, since: number): void {
    const entry = outbox.newEntry(frame, this.#nextAt(), since);
    this.#save(entry);
    this.#list.value = outbox.add(this.#list.value, [entry]);
  }

  acked(ack: Pick<Ack, "cmid" | "seq">): void {
    this.#forget(ack.cmid);
    this.#list.value = outbox.acked(this.#list.value, ack);
  }

  refused(refusal: Refused): void {
    this.#update(outbox.refused(this.#list.value, refusal, Date.now()), refusal.cmid);
  }

  retry(cmid: string): void {
    this.#update(outbox.retry(this.#list.value, cmid), cmid);
  }

  discard(cmid: string): void {
    this.#forget(cmid);
    this.#list.value = outbox.discard(this.#list.value, cmid);
  }

  settled(top: number, lane?: string): void {
    this.#list.value = outbox.settled(this.#list.value, top, lane);
  }

  disconnected(): void {
    this.#list.value = outbox.disconnected(this.#list.value);
  }

  /** Hands what is due to `send`; stops where it returns false. */
  flush(send: (frame: C) => boolean): void {
    for (const entry of outbox.due(this.#list.value, Date.now())) {
      if (!send(entry.frame)) return;
      this.#list.value = outbox.sent(this.#list.value, entry.cmid, Date.now());
    }
  }

  find(cmid: string | null): outbox.Entry<C> | undefined {
    return this.#list.value.find((entry) => entry.cmid === cmid);
  }

  #update(next: outbox.Outbox<C>, cmid: string | null): void {
    this.#list.value = next;
    const entry = this.find(cmid);
    if (entry) this.#save(entry);
  }

  /** Order of making, also within one millisecond or when the clock was set back. */
  #nextAt(): number {
    return Math.max(Date.now(), (this.#list.value.at(-1)?.at ?? 0) + 1);
  }

  #save(entry: outbox.Entry<C>): void {
    if (this.#store && isKept(entry))
      this.#store.set(this.#prefix + entry.cmid, JSON.stringify({ ...entry, sentAt: null }));
  }

  #forget(cmid: string): void {
    this.#store?.remove(this.#prefix + cmid);
  }

  #load(key: string): outbox.Entry<C> | null {
    try {
      const entry = JSON.parse(this.#store?.get(key) ?? "") as outbox.Entry<C>;
      return key === this.#prefix + entry.frame.cmid ? entry : null;
    } catch {
      return null;
    }
  }
}

/** An agent's "take" from an hour ago must not happen after a reload; words and the visitor's wishes must. */
function isKept(entry: outbox.Entry): boolean {
  return entry.frame.conversation === undefined || entry.frame.type === "send";
}
