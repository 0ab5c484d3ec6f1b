import { computed, signal } from "@preact/signals";
import type { InboxRow } from "../../../chat/client/generated/wire";
import type { Search } from "./search";

/** Milliseconds without a key after which what stands there is looked for. */
const PAUSE = 200;

export type Finding = "idle" | "looking" | "found" | "failed";

/** What is looked for among all chats of the site, and what came of it. The rows of before stay until others come. */
export class Finder {
  readonly text = signal("");
  readonly state = signal<Finding>("idle");
  readonly rows = signal<readonly InboxRow[]>([]);
  readonly more = signal(false);
  readonly active = computed(() => this.text.value.trim() !== "");
  private asked = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly search: Search) {}

  type(text: string): void {
    this.text.value = text;
    this.asked.abort();
    clearTimeout(this.timer);
    if (!this.active.value) return this.show("idle", [], false);
    this.state.value = "looking";
    this.timer = setTimeout(() => void this.look(), PAUSE);
  }

  /** At once, without waiting for the next key: also to try again. */
  look(): Promise<void> {
    return this.ask([]);
  }

  lookFurther(): Promise<void> {
    return this.ask(this.rows.value);
  }

  /** Later answers to earlier questions are nobody's. */
  private async ask(known: readonly InboxRow[]): Promise<void> {
    clearTimeout(this.timer);
    this.asked.abort();
    if (!this.active.value) return;
    this.asked = new AbortController();
    const { signal } = this.asked;
    this.state.value = "looking";
    try {
      const { rows, more } = await this.search(this.text.value.trim(), known.at(-1)?.conversation ?? null, signal);
      if (!signal.aborted) this.show("found", [...known, ...rows], more);
    } catch {
      if (!signal.aborted) this.show("failed", known, false);
    }
  }

  private show(state: Finding, rows: readonly InboxRow[], more: boolean): void {
    this.state.value = state;
    this.rows.value = rows;
    this.more.value = more;
  }
}
