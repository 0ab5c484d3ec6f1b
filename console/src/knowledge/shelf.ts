import { batch, effect, type ReadonlySignal, signal } from "@preact/signals";
import { Refusal } from "../api";
import { goToEntry } from "../route";
import type { KnowledgeApi } from "./api";
import { Editing } from "./editing";
import type { Draft, Entry, Filters } from "./types";

/** Milliseconds without a key after which what stands there is looked for. */
const PAUSE = 200;
export const NEW = "new";

export const EMPTY: Draft = {
  key: "",
  language: "",
  title: "",
  paraphrases: [],
  answer: "",
  tags: [],
  published: true,
};

/** The owner's entries: the list, and the one that is open. What isn't saved is kept while the page is. */
export class Shelf {
  readonly filters = signal<Filters>({ q: "", published: "", tag: "" });
  readonly rows = signal<readonly Entry[]>([]);
  readonly count = signal(0);
  readonly state = signal<"loading" | "loaded" | "failed">("loading");
  readonly editing = signal<Editing | null>(null);
  /** Why nothing is open although something should be. */
  readonly missing = signal<"gone" | "failed" | null>(null);
  /** The entry that was deleted last: it can be brought back. */
  readonly deleted = signal<Entry | null>(null);
  private readonly kept = new Map<string, Editing>();
  private asked = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly api: KnowledgeApi,
    private readonly place: ReadonlySignal<string | null>,
  ) {
    effect(() => {
      void this.follow(this.place.value ?? "");
    });
  }

  get unsaved(): boolean {
    return [...this.kept.values()].some(({ changed }) => changed.value);
  }

  isUnsaved(id: string): boolean {
    return this.kept.get(id)?.changed.value ?? false;
  }

  /** New entries that were begun and aren't saved. */
  get begun(): Editing[] {
    return [...this.kept.values()].filter(({ entry, changed }) => !entry && changed.value);
  }

  look(change: Partial<Filters>): void {
    this.filters.value = { ...this.filters.value, ...change };
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.load(), PAUSE);
  }

  /** Later answers to earlier questions are nobody's. */
  async load(more = false): Promise<void> {
    this.asked.abort();
    this.asked = new AbortController();
    const { signal: stop } = this.asked;
    const known = more ? this.rows.value : [];
    if (this.state.value === "failed") this.state.value = "loading";
    try {
      const page = await this.api.list(this.filters.value, known.length, stop);
      if (stop.aborted) return;
      batch(() => {
        this.rows.value = [...known, ...page.results];
        this.count.value = page.count;
        this.state.value = "loaded";
      });
    } catch {
      if (!stop.aborted) this.state.value = "failed";
    }
  }

  /** The list, and what is open, after both may have changed at once. */
  async reload(): Promise<void> {
    await Promise.all([this.load(), this.refresh()]);
  }

  /** What is open and clean is as it is stored, whoever stored it; what is begun stays. */
  async refresh(): Promise<void> {
    const open = this.editing.peek();
    if (!open?.entry || open.changed.peek()) return;
    const stored = await this.api.read(open.id).catch((error: unknown) => error);
    const editing = this.editing.peek();
    if (editing?.id !== open.id || editing.changed.peek()) return;
    if (stored instanceof Refusal && stored.status === 404) return this.lose(open.id);
    if (stored instanceof Error || !editing.mayShow(stored as Entry)) return;
    this.show(editing.showing(stored as Entry));
  }

  /** A new entry, or another language of one. What was begun of it goes on. */
  begin(draft: Partial<Draft> = {}, id = NEW): void {
    if (!this.isUnsaved(id)) this.kept.set(id, new Editing(this.api, id, null, { ...EMPTY, ...draft }));
    if (this.place.peek() === id) void this.follow(id);
    else goToEntry(id);
  }

  /** What didn't load, once more. */
  reopen(): void {
    void this.follow(this.place.peek() ?? "");
  }

  /** What was saved stands in the list at once. */
  saved(entry: Entry, editing: Editing): void {
    this.deleted.value = null;
    this.kept.delete(editing.id);
    this.kept.set(entry.id, editing.at(entry));
    if (!editing.entry) goToEntry(entry.id);
    else this.editing.value = this.kept.get(entry.id) ?? null;
    void this.load();
  }

  /** What was never saved is gone for good. */
  async remove(editing: Editing): Promise<void> {
    if (!(await editing.remove())) return;
    this.kept.delete(editing.id);
    goToEntry("");
    if (!editing.entry) return;
    this.deleted.value = editing.entry;
    void this.load();
  }

  async undelete(entry: Entry): Promise<void> {
    const back = await this.api.restore(entry.id, entry.revision).catch(() => null);
    if (!back) return;
    this.deleted.value = null;
    goToEntry(back.id);
    void this.load();
  }

  private show(editing: Editing): void {
    this.kept.set(editing.id, editing);
    const { entry } = editing;
    batch(() => {
      this.editing.value = editing;
      if (entry) this.rows.value = this.rows.peek().map((row) => (row.id === entry.id ? entry : row));
    });
  }

  private lose(id: string): void {
    this.kept.delete(id);
    this.editing.value = null;
    this.missing.value = "gone";
  }

  private async follow(id: string): Promise<void> {
    this.missing.value = null;
    if (id === "" || this.kept.has(id)) {
      this.editing.value = this.kept.get(id) ?? null;
      return this.refresh();
    }
    if (id === NEW) return this.begin();
    const listed = this.rows.peek().find((row) => row.id === id);
    const entry = listed ?? (await this.fetch(id));
    if (this.place.peek() !== id || !entry) return;
    this.kept.set(id, new Editing(this.api, id, entry, entry));
    this.editing.value = this.kept.get(id) ?? null;
    if (listed) await this.refresh();
  }

  private async fetch(id: string): Promise<Entry | null> {
    try {
      return await this.api.read(id);
    } catch (error) {
      this.editing.value = null;
      this.missing.value = error instanceof Refusal && error.status === 404 ? "gone" : "failed";
      return null;
    }
  }
}
