import { computed, signal } from "@preact/signals";
import { type Api, Refusal } from "../api";
import { type ConsoleKey, say, sayFirst } from "../words";
import { type Hours, hoursOf, type Week, weekOf } from "./week";

export type Dial = "bot_first" | "bot_helps" | "people_first";
export const DIALS: readonly Dial[] = ["bot_first", "bot_helps", "people_first"];

/** What a position of the slider would have meant: shares are 0..1, null where nothing was asked or judged. */
export interface Effect {
  readonly eagerness: number;
  readonly turns: number;
  readonly answered: number | null;
  readonly judged: number;
  readonly right: number | null;
}

export interface Settings {
  readonly dial: Dial;
  readonly dial_closed: Dial;
  readonly rehearsal: boolean;
  readonly eagerness: number;
  readonly sensitive_topics: readonly string[];
  readonly page_rules: readonly string[];
  readonly hours: Hours;
  /** IANA. */
  readonly time_zone: string;
}

export interface Told extends Settings {
  readonly effects: readonly Effect[];
  readonly suggested_topics: readonly { readonly topic: string; readonly words: readonly string[] }[];
}

export type ListField = "sensitive_topics" | "page_rules";

/** What is written first and stored later, by its button. */
export type Part = ListField | "hours";
export const PARTS: readonly Part[] = ["sensitive_topics", "page_rules", "hours"];

export interface Theirs {
  readonly added: readonly string[];
  readonly gone: readonly string[];
}

/** The bot's settings as the server last said, and what is being changed. */
export class BotSettings {
  readonly told = signal<Told | null>(null);
  readonly failed = signal(false);
  readonly notice = signal("");
  /** Whether the notice tells of a failure. */
  readonly refused = signal(false);
  readonly busy = signal(false);
  /** What is wrong with which field. */
  readonly faults = signal<Readonly<Record<string, string>>>({});
  /** Lists as they are written, until they are stored. */
  private readonly written = signal<Readonly<Partial<Record<ListField, readonly string[]>>>>({});
  readonly effect = computed(() =>
    this.told.value?.effects.find(({ eagerness }) => eagerness === this.eagerness.value),
  );
  /** Where the slider is while it is moved. */
  readonly eagerness = signal(0);

  private changes = 0;

  /** What was changed of the hours and isn't stored. */
  private readonly writtenHours = signal<{ week: Week; zone: string } | null>(null);

  /** What was stored of a part when somebody began to write there: what they had read. */
  private readonly began = signal<Readonly<Partial<Record<Part, Partial<Settings>>>>>({});

  constructor(private readonly api: Api) {}

  async load(): Promise<void> {
    this.failed.value = false;
    this.hush();
    const { changes } = this;
    try {
      const told = await this.api.ask<Told>("GET", "bot/", {});
      // What was changed meanwhile is newer.
      if (changes === this.changes) this.hears(told);
    } catch {
      this.failed.value = true;
    }
  }

  /** The week as it stands in its fields. */
  get week(): Week {
    return this.writtenHours.value?.week ?? weekOf(this.told.value?.hours ?? {});
  }

  get zone(): string {
    return this.writtenHours.value?.zone ?? this.told.value?.time_zone ?? "";
  }

  writeHours(written: { week?: Week; zone?: string }): void {
    this.begin("hours");
    this.writtenHours.value = { week: this.week, zone: this.zone, ...written };
  }

  write(field: ListField, lines: readonly string[]): void {
    this.begin(field);
    this.written.value = { ...this.written.value, [field]: lines };
  }

  /** A list as it stands in its field. */
  lines(field: ListField): readonly string[] {
    return this.written.value[field] ?? this.told.value?.[field] ?? [];
  }

  /** Whether what is written differs from what is stored. */
  isUnsaved(part: Part): boolean {
    if (part !== "hours") return listed(this.lines(part)).join("\n") !== (this.told.value?.[part] ?? []).join("\n");
    const { hours = {}, time_zone = "" } = this.told.value ?? {};
    const stored = [hoursOf(weekOf(hours)), time_zone];
    return JSON.stringify([hoursOf(this.week), this.zone]) !== JSON.stringify(stored);
  }

  /** Whether somebody stored another one since it was begun, which would be overwritten unseen. */
  isStale(part: Part): boolean {
    const was = this.began.value[part];
    return was !== undefined && this.isUnsaved(part) && JSON.stringify(was) !== JSON.stringify(this.stored(part));
  }

  /** What is written, as the server wants it; refused where it was begun on another one than is stored. */
  save(part: Part): Promise<boolean> {
    const hours = (): Partial<Settings> => ({ hours: hoursOf(this.week), time_zone: this.zone });
    const settings = part === "hours" ? hours() : { [part]: listed(this.lines(part)) };
    return this.change(settings, this.began.value[part] ?? this.stored(part));
  }

  /** What stands in the fields is kept, and what is stored now counts as read. */
  keepMine(part: Part): void {
    this.began.value = { ...this.began.value, [part]: this.stored(part) };
  }

  /** What somebody else did to a list since it was begun. */
  theirs(field: ListField): Theirs {
    const [was = [], now = []] = [this.began.value[field]?.[field], this.told.value?.[field]];
    return { added: now.filter((line) => !was.includes(line)), gone: was.filter((line) => !now.includes(line)) };
  }

  /** What they did, to what stands in the field; not stored yet. */
  takeBoth(field: ListField): void {
    const { added, gone } = this.theirs(field);
    this.write(field, listed([...this.lines(field).filter((line) => !gone.includes(line.trim())), ...added]));
    this.keepMine(field);
  }

  /** What is written is forgotten. */
  takeStored(part: Part): void {
    if (part === "hours") this.writtenHours.value = null;
    this.written.value = without(this.written.value, part);
    this.began.value = without(this.began.value, part);
    this.forgive(this.stored(part));
  }

  /** What was said of an earlier save is over. The same words again would not be read out, either. */
  hush(): void {
    this.notice.value = "";
    this.refused.value = false;
  }

  /** True once it is stored; else `faults` and `notice` say why not. */
  async change(settings: Partial<Settings>, was?: Partial<Settings>): Promise<boolean> {
    this.changes += 1;
    this.busy.value = true;
    this.hush();
    this.forgive(settings);
    try {
      this.hears(await this.api.ask<Told>("PATCH", "bot/", {}, was ? { ...settings, was } : settings));
      this.notice.value = savedWords(settings);
      for (const part of PARTS) if (part in settings) this.takeStored(part);
      return true;
    } catch (error) {
      this.wasRefused(error, Object.keys(settings));
      return false;
    } finally {
      this.busy.value = false;
    }
  }

  private begin(part: Part): void {
    if (this.began.value[part] === undefined) this.keepMine(part);
  }

  private forgive(settings: Partial<Settings>): void {
    const faults = Object.entries(this.faults.value).filter(([field]) => !(field in settings));
    this.faults.value = Object.fromEntries(faults);
  }

  private stored(part: Part): Partial<Settings> {
    const told = this.told.value;
    if (!told) return {};
    return part === "hours" ? { hours: told.hours, time_zone: told.time_zone } : { [part]: told[part] };
  }

  private hears(told: Told): void {
    this.told.value = told;
    this.eagerness.value = told.eagerness;
  }

  private wasRefused(error: unknown, fields: readonly string[]): void {
    const { status = 0, body = {} } = error instanceof Refusal ? (error as BotRefusal) : {};
    this.refused.value = true;
    this.notice.value = say(REFUSED[status] ?? "bot_unsaved");
    const named: object = body.fields ?? Object.fromEntries(fields.map((field) => [field, null]));
    const faults = Object.entries(named).map(([field, fault]) => [field, faultOf(field, fault)]);
    if (status === 400) this.faults.value = { ...this.faults.value, ...Object.fromEntries(faults) };
    // The browser shows a choice as made: drawn anew, it is as the server has it.
    const now = body.current ?? this.told.value;
    if (now) this.hears({ ...now });
  }
}

/** `current` where another one was stored meanwhile. */
type BotRefusal = Refusal<{ fields?: object; current?: Told }>;

const REFUSED: Readonly<Record<number, ConsoleKey>> = { 400: "bot_bad", 403: "bot_owners_only", 409: "bot_stale" };

function without<T extends object>(record: T, name: string): T {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== name)) as T;
}

/** From when on it holds. */
function savedWords(settings: Partial<Settings>): string {
  if ("hours" in settings) return say("hours_saved");
  return say("dial" in settings || "dial_closed" in settings ? "bot_saved_dial" : "bot_saved");
}

/** `fault` is what the server says of it: of a page also which one, and why. */
function faultOf(field: string, fault: { why?: string; rule?: string } | null): string {
  if (field === "hours") return say("hours_bad");
  if (field === "time_zone") return say("hours_zone_bad");
  if (field === "page_rules")
    return sayFirst([`bot_pages_${fault?.why}`, "bot_pages_bad"], { rule: fault?.rule ?? "" });
  return say(field === "sensitive_topics" ? "bot_topics_bad" : "bot_bad");
}

/** The lines with words on them, each once. */
export function listed(lines: readonly string[]): string[] {
  return [...new Set(lines.map((line) => line.trim()))].filter(Boolean);
}

const percent = (share: number): number => Math.round(share * 100);

/** "62 % of the last 120 questions, and 93 % of those 14 with a verdict were right." */
export function effectWords({ turns, answered, judged, right }: Effect): string {
  if (answered === null) return say("bot_effect_none");
  const asked = say("bot_effect", { percent: percent(answered), turns });
  if (right === null) return `${asked} ${say("bot_effect_unjudged")}`;
  return `${asked} ${say("bot_effect_judged", { percent: percent(right), judged })}`;
}
