import { computed, signal } from "@preact/signals";
import { Refusal } from "../api";
import { say } from "../words";
import type { KnowledgeApi } from "./api";
import { type Kind, kindOf, readFile } from "./readFile";

export interface Problem {
  readonly line: number;
  readonly code: string;
  readonly detail: string;
}

/** A field of an entry before and after. */
export interface Change {
  readonly field: "title" | "answer" | "paraphrases" | "tags" | "published";
  readonly was: string | readonly string[] | boolean;
  readonly now: string | readonly string[] | boolean;
}

/** What is wrong with a file as a whole: nothing of it can be imported. */
const WHOLE = ["binary", "bad_json", "no_list", "no_column"] as const;
type Refused = Problem & { readonly code: (typeof WHOLE)[number] };

export interface Row {
  readonly line: number;
  readonly title: string;
  /** After the import. */
  readonly published: boolean;
  readonly status: "new" | "changed" | "same" | "repeated";
  readonly first: number;
  readonly near: { readonly title: string; readonly line: number; readonly id: string } | null;
  readonly changes: readonly Change[];
}

/** What an import did; `unpublished` of the new and changed ones aren't said. */
export interface Outcome {
  readonly new: number;
  readonly changed: number;
  readonly unpublished: number;
}

/** Questions of an import that was undone. */
interface Undone {
  readonly deleted: readonly string[];
  readonly restored: readonly string[];
  readonly edited: readonly string[];
}

interface Checked {
  readonly total: number;
  readonly checked: number;
  readonly problems: readonly Problem[];
  readonly more_problems: number;
  readonly rows: readonly Row[];
}

export type Step =
  | "choosing"
  | "sending"
  | "checking"
  | "checked"
  | "applying"
  | "done"
  | "undoing"
  | "undone"
  | "failed";

/** A file on its way in: sent in parts, looked at in windows, each acknowledged; then applied, and undone, as a whole. */
export class Importing {
  readonly step = signal<Step>("choosing");
  readonly done = signal(0);
  readonly total = signal(0);
  readonly rows = signal<readonly Row[]>([]);
  readonly problems = signal<readonly Problem[]>([]);
  readonly moreProblems = signal(0);
  /** Lines that stay out. */
  readonly without = signal<ReadonlySet<number>>(new Set());
  readonly outcome = signal<Outcome>({ new: 0, changed: 0, unpublished: 0 });
  readonly text = signal("");
  kind: Kind = "auto";
  readonly failure = signal<"failed" | "too_long" | "unsure">("failed");
  readonly refused = signal<Refused | null>(null);
  readonly undone = signal<Undone>({ deleted: [], restored: [], edited: [] });
  /** Why it isn't undone. */
  readonly stays = signal<"late" | "failed" | null>(null);
  /** What it would do, if nothing is left out. */
  readonly coming = computed(() => this.rows.value.filter(({ status }) => status === "new" || status === "changed"));
  private readonly taken = computed(() => this.coming.value.filter(({ line }) => !this.without.value.has(line)));
  readonly wanted = computed(() => this.taken.value.length);
  /** Of those, what visitors won't read. */
  readonly unpublished = computed(() => this.taken.value.filter(({ published }) => !published).length);
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

  again(): void {
    this.cancel();
    this.text.value = "";
    this.kind = "auto";
  }

  async read(file: File): Promise<void> {
    const text = await readFile(file);
    this.text.value = text ?? "";
    this.kind = kindOf(file.name);
    this.refuse(text === null ? { line: 1, code: "binary", detail: "" } : null);
  }

  async look(): Promise<void> {
    this.stop = new AbortController();
    await this.guarded(async (stop) => {
      await this.send(this.text.value, stop);
      await this.check(stop);
      this.refuse(this.problems.value.find(isWhole) ?? null);
      if (!this.refused.value) this.step.value = "checked";
    });
  }

  private refuse(problem: Refused | null): void {
    this.refused.value = problem;
    this.step.value = problem ? "failed" : "choosing";
  }

  async apply(): Promise<void> {
    this.stop = new AbortController();
    await this.guarded(async (stop) => {
      this.step.value = "applying";
      this.outcome.value = await this.post(`${this.path}apply/`, {}, { without: [...this.without.value] }, stop);
      this.step.value = "done";
    });
  }

  async undo(): Promise<void> {
    this.step.value = "undoing";
    this.stays.value = null;
    try {
      this.undone.value = await this.post(`${this.path}undo/`, {}, {}, new AbortController().signal);
      this.step.value = "undone";
    } catch (error) {
      this.stays.value = error instanceof Refusal ? "late" : "failed";
      this.step.value = "done";
    }
  }

  private async guarded(act: (stop: AbortSignal) => Promise<void>): Promise<void> {
    const { signal: stop } = this.stop;
    try {
      await act(stop);
    } catch (error) {
      if (stop.aborted) return;
      this.refused.value = null;
      const tooLong = error instanceof Refusal && error.status === 413;
      // Without an answer to the last step, nobody knows whether it was done.
      this.failure.value = tooLong ? "too_long" : this.step.value === "applying" ? "unsure" : "failed";
      this.step.value = "failed";
    }
  }

  private async send(text: string, stop: AbortSignal): Promise<void> {
    const begun = await this.post<{ id: string; part_chars: number }>("", {}, { format: this.kind }, stop);
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

export function doneWords(outcome: Outcome): string {
  const { new: fresh, changed, unpublished } = outcome;
  if (unpublished === 0) return say("import_done", { ...outcome });
  return say(unpublished === fresh + changed ? "import_done_hidden" : "import_done_some", { ...outcome });
}

function isWhole(problem: Problem): problem is Refused {
  return WHOLE.some((code) => code === problem.code);
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
