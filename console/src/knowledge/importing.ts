import { computed, signal } from "@preact/signals";
import { Refusal } from "../api";
import type { KnowledgeApi } from "./api";

export interface Problem {
  readonly line: number;
  readonly code: string;
  readonly detail: string;
}

export interface Row {
  readonly line: number;
  readonly title: string;
  readonly status: "new" | "changed" | "same" | "repeated";
  readonly first: number;
  readonly near: { readonly title: string; readonly line: number; readonly id: string } | null;
}

interface Checked {
  readonly total: number;
  readonly checked: number;
  readonly problems: readonly Problem[];
  readonly more_problems: number;
  readonly rows: readonly Row[];
}

export type Step = "choosing" | "sending" | "checking" | "checked" | "applying" | "done" | "failed";

/** A file on its way in: sent in parts, looked at in windows, each acknowledged; then applied as a whole. */
export class Importing {
  readonly step = signal<Step>("choosing");
  readonly done = signal(0);
  readonly total = signal(0);
  readonly rows = signal<readonly Row[]>([]);
  readonly problems = signal<readonly Problem[]>([]);
  readonly moreProblems = signal(0);
  /** Lines that stay out. */
  readonly without = signal<ReadonlySet<number>>(new Set());
  readonly outcome = signal<Readonly<Record<string, number>>>({});
  readonly tooLong = signal(false);
  readonly wanted = computed(
    () =>
      this.rows.value.filter(
        ({ status, line }) => (status === "new" || status === "changed") && !this.without.value.has(line),
      ).length,
  );
  readonly counts = computed(() => {
    const counts = { new: 0, changed: 0, same: 0, repeated: 0 };
    for (const { status } of this.rows.value) counts[status] += 1;
    return counts;
  });
  private stop = new AbortController();
  private path = "";

  constructor(private readonly api: KnowledgeApi) {}

  toggle(line: number): void {
    const next = new Set(this.without.value);
    if (!next.delete(line)) next.add(line);
    this.without.value = next;
  }

  cancel(): void {
    this.stop.abort();
    this.step.value = "choosing";
  }

  async look(text: string): Promise<void> {
    this.stop = new AbortController();
    await this.guarded(async (stop) => {
      await this.send(text, stop);
      await this.check(stop);
      this.step.value = "checked";
    });
  }

  async apply(): Promise<void> {
    this.stop = new AbortController();
    await this.guarded(async (stop) => {
      this.step.value = "applying";
      this.outcome.value = await this.post(`${this.path}apply/`, {}, { without: [...this.without.value] }, stop);
      this.step.value = "done";
    });
  }

  private async guarded(act: (stop: AbortSignal) => Promise<void>): Promise<void> {
    const { signal: stop } = this.stop;
    try {
      await act(stop);
    } catch (error) {
      if (stop.aborted) return;
      this.tooLong.value = error instanceof Refusal && error.status === 413;
      this.step.value = "failed";
    }
  }

  private async send(text: string, stop: AbortSignal): Promise<void> {
    const begun = await this.post<{ id: string; part_chars: number }>("", {}, { format: "auto" }, stop);
    this.path = `${begun.id}/`;
    const parts = cut(text, begun.part_chars);
    this.progress("sending", 0, parts.length);
    for (const [number, part] of parts.entries()) {
      await this.post(`${this.path}parts/`, { number }, { text: part }, stop);
      this.done.value = number + 1;
    }
  }

  private async check(stop: AbortSignal): Promise<void> {
    this.rows.value = [];
    this.without.value = new Set();
    this.progress("checking", 0, 0);
    let found: Checked;
    do {
      found = await this.api.import("GET", `${this.path}check/`, { after: this.rows.value.length }, undefined, stop);
      this.rows.value = [...this.rows.value, ...found.rows];
      this.problems.value = found.problems;
      this.moreProblems.value = found.more_problems;
      this.progress("checking", found.checked, found.total);
    } while (found.checked < found.total);
  }

  private progress(step: Step, done: number, total: number): void {
    this.step.value = step;
    this.done.value = done;
    this.total.value = total;
  }

  private post<T>(path: string, query: Record<string, number>, body: object, stop: AbortSignal): Promise<T> {
    return this.api.import("POST", path, query, body, stop);
  }
}

/** Pieces of at most `size` characters as the server counts them; none ends within a character. */
export function cut(text: string, size: number): string[] {
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    let end = Math.min(text.length, at + size);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last < 0xdc00) end -= 1;
    parts.push(text.slice(at, end));
    at = end;
  }
  return parts;
}
