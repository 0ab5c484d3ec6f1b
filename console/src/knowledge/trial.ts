import { effect, signal } from "@preact/signals";
import { tidy } from "./editing";
import type { Shelf } from "./shelf";
import type { Draft, Effects, Tried } from "./types";

/** Milliseconds without a key: to try takes the server little, to compare with all other entries more. */
const TRY_AFTER = 250;
const COMPARE_AFTER = 900;

interface Subject {
  readonly id: string;
  readonly draft: Draft | null;
}

/** What the bot would say to a question, with the open entry as it is written now; and what that entry would change. */
export class Trial {
  readonly question = signal("");
  readonly tried = signal<Tried | null>(null);
  readonly failed = signal(false);
  readonly effects = signal<Effects | null>(null);
  private trying = new AbortController();
  private comparing = new AbortController();
  private tryTimer: ReturnType<typeof setTimeout> | undefined;
  private compareTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly shelf: Shelf) {
    effect(() => this.plan(this.question.value.trim(), this.subject));
    effect(() => this.planComparison(this.subject));
  }

  /** What is tried. */
  get of(): "live" | "draft" | "hidden" {
    const { draft } = this.subject;
    if (!draft) return "live";
    return draft.published ? "draft" : "hidden";
  }

  private get subject(): Subject {
    const editing = this.shelf.editing.value;
    if (!editing?.changed.value) return { id: "draft", draft: null };
    return { id: editing.entry?.id ?? "draft", draft: tidy(editing.draft.value) };
  }

  private plan(text: string, subject: Subject): void {
    this.trying.abort();
    clearTimeout(this.tryTimer);
    if (text === "") this.tried.value = null;
    else this.tryTimer = setTimeout(() => void this.ask(text, subject), TRY_AFTER);
  }

  private async ask(text: string, { id, draft }: Subject): Promise<void> {
    this.trying = new AbortController();
    const { signal: stop } = this.trying;
    try {
      // Before it is published, too, one wants to know what it would do.
      const tried = await this.shelf.api.tryOut(text, draft && { ...draft, published: true }, id, stop);
      if (stop.aborted) return;
      this.tried.value = tried;
      this.failed.value = false;
    } catch {
      if (!stop.aborted) this.failed.value = true;
    }
  }

  private planComparison({ id, draft }: Subject): void {
    this.comparing.abort();
    clearTimeout(this.compareTimer);
    if (draft?.title) this.compareTimer = setTimeout(() => void this.compare(id, draft), COMPARE_AFTER);
    else this.effects.value = null;
  }

  private async compare(id: string, draft: Draft): Promise<void> {
    this.comparing = new AbortController();
    const { signal: stop } = this.comparing;
    const effects = await this.shelf.api.effects(draft, id, stop).catch(() => null);
    if (!stop.aborted) this.effects.value = effects;
  }
}
