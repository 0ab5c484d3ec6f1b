import { computed, signal } from "@preact/signals";
import { Refusal } from "../api";
import { sayFirst } from "../words";
import type { EntryRefusal, KnowledgeApi } from "./api";
import { type Faults, faultsOf, slips, wrongIn } from "./faults";
import { closed } from "./placeholders";
import type { Draft, Entry } from "./types";

/** Somebody saved first, `yours` in another window or from a file: what stands there now. */
export interface Conflict {
  readonly by: string;
  readonly yours: boolean;
  readonly current: Entry;
}

let opened = 0;

/** One entry in the editor: what was read, what is written, and what became of saving it. */
export class Editing {
  readonly draft = signal<Draft>(this.read);
  readonly changed = computed(() => JSON.stringify(tidy(this.draft.value)) !== JSON.stringify(tidy(this.read)));
  readonly busy = signal(false);
  readonly notice = signal("");
  private readonly refusal = signal<Faults>({});
  /** What the server refused, and what it would refuse. */
  readonly faults = computed<Faults>(() => ({ ...slips(this.draft.value, closed), ...this.refusal.value }));
  readonly conflict = signal<Conflict | null>(null);
  /** Wherein that isn't what is written here. */
  readonly differs = computed(() =>
    this.conflict.value ? differing(this.draft.value, this.conflict.value.current) : [],
  );
  readonly savedNow = signal(false);

  constructor(
    private readonly api: KnowledgeApi,
    readonly id: string,
    readonly entry: Entry | null,
    private readonly read: Draft,
    /** Stays the same when it is saved: nobody loses their place in the editor. */
    readonly serial = ++opened,
  ) {}

  change(part: Partial<Draft>): void {
    this.refusal.value = {};
    this.savedNow.value = false;
    this.draft.value = { ...this.draft.value, ...part };
  }

  /** The same editor after it was saved. */
  at(entry: Entry): Editing {
    const next = this.showing(entry);
    next.savedNow.value = true;
    return next;
  }

  /** The same editor, of what is stored by now. */
  showing(entry: Entry): Editing {
    return new Editing(this.api, entry.id, entry, entry, this.serial);
  }

  /** Whether `stored` is newer, and nothing would be lost if it stood here. */
  mayShow(stored: Entry): boolean {
    const { entry, changed, busy } = this;
    return entry !== null && stored.revision > entry.revision && !changed.peek() && !busy.peek();
  }

  /** The entry as it is stored; null where it isn't, and the notice says why. */
  async save(): Promise<Entry | null> {
    const draft = tidy(this.draft.value);
    const { entry } = this;
    this.refusal.value = wrongIn(draft);
    if (Object.keys(this.refusal.value).length > 0) return null;
    const revision = this.conflict.value?.current.revision ?? entry?.revision ?? 0;
    const saved = await this.attempt(() => (entry ? this.api.save(entry.id, draft, revision) : this.api.add(draft)));
    const stored = saved ?? this.conflict.value?.current;
    // Who saved first wrote the same.
    return stored && differing(draft, stored).length === 0 ? stored : saved;
  }

  async remove(): Promise<boolean> {
    const { entry } = this;
    if (!entry) return true;
    return (await this.attempt(() => this.api.remove(entry.id, entry.revision).then(() => entry))) !== null;
  }

  private async attempt(act: () => Promise<Entry>): Promise<Entry | null> {
    if (this.busy.value) return null;
    this.busy.value = true;
    this.notice.value = "";
    this.refusal.value = {};
    try {
      return await act();
    } catch (error) {
      this.refused(error);
      return null;
    } finally {
      this.busy.value = false;
    }
  }

  private refused(error: unknown): void {
    const { status = 0, body = {} } = error instanceof Refusal ? (error as EntryRefusal) : {};
    if (status === 409 && body.current)
      this.conflict.value = { by: body.by ?? "", yours: body.yours ?? false, current: body.current };
    else if (body.fields) this.refusal.value = faultsOf(body.fields, this.draft.value);
    else this.notice.value = sayFirst([`problem_${body.code}`, "know_unsaved"]);
  }
}

const SHOWN = ["title", "answer", "paraphrases", "tags", "published"] as const;
export type Shown = (typeof SHOWN)[number];

function differing(mine: Draft, theirs: Draft): Shown[] {
  const [one, other] = [tidy(mine), tidy(theirs)];
  return SHOWN.filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]));
}

/** As the server would keep it: lines that hold nothing are no wording. */
export function tidy({ key, language, title, paraphrases, answer, tags, published }: Draft): Draft {
  const lines = (texts: readonly string[]): string[] => texts.map((text) => text.trim()).filter(Boolean);
  return {
    key,
    language,
    title: title.trim(),
    paraphrases: lines(paraphrases),
    answer: answer.trim(),
    tags: lines(tags),
    published,
  };
}
