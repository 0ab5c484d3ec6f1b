import { computed, signal } from "@preact/signals";
import { type Api, Refusal } from "../api";
import { say } from "../words";
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
  readonly written = signal<Readonly<Partial<Record<ListField, readonly string[]>>>>({});
  readonly effect = computed(() =>
    this.told.value?.effects.find(({ eagerness }) => eagerness === this.eagerness.value),
  );
  /** Where the slider is while it is moved. */
  readonly eagerness = signal(0);

  private changes = 0;

  /** What was changed of the hours and isn't stored. */
  private readonly writtenHours = signal<{ week: Week; zone: string } | null>(null);

  constructor(private readonly api: Api) {}

  async load(): Promise<void> {
    this.failed.value = false;
    this.notice.value = "";
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
    this.writtenHours.value = { week: this.week, zone: this.zone, ...written };
  }

  /** Whether the hours differ from what is stored. */
  get hoursUnsaved(): boolean {
    const { hours = {}, time_zone = "" } = this.told.value ?? {};
    const stored = [hoursOf(weekOf(hours)), time_zone];
    return JSON.stringify([hoursOf(this.week), this.zone]) !== JSON.stringify(stored);
  }

  /** A list as it stands in its field. */
  lines(field: ListField): readonly string[] {
    return this.written.value[field] ?? this.told.value?.[field] ?? [];
  }

  /** Whether a list differs from what is stored. */
  isUnsaved(field: ListField): boolean {
    return listed(this.lines(field)).join("\n") !== (this.told.value?.[field] ?? []).join("\n");
  }

  /** True once it is stored; else `faults` and `notice` say why not. */
  async change(settings: Partial<Settings>): Promise<boolean> {
    this.changes += 1;
    this.busy.value = true;
    // The same words again would not be read out.
    this.notice.value = "";
    this.refused.value = false;
    try {
      this.hears(await this.api.ask<Told>("PATCH", "bot/", {}, settings));
      this.notice.value = savedWords(settings);
      this.faults.value = {};
      if ("hours" in settings) this.writtenHours.value = null;
      this.written.value = Object.fromEntries(
        Object.entries(this.written.value).filter(([field]) => !(field in settings)),
      );
      return true;
    } catch (error) {
      this.wasRefused(error, namedBy(error) ?? Object.keys(settings));
      return false;
    } finally {
      this.busy.value = false;
    }
  }

  private hears(told: Told): void {
    this.told.value = told;
    this.eagerness.value = told.eagerness;
  }

  private wasRefused(error: unknown, fields: readonly string[]): void {
    const status = error instanceof Refusal ? error.status : 0;
    this.refused.value = true;
    this.notice.value = say(status === 403 ? "bot_owners_only" : status === 400 ? "bot_bad" : "bot_unsaved");
    this.faults.value = status === 400 ? Object.fromEntries(fields.map((field) => [field, faultOf(field)])) : {};
    // The browser shows a choice as made: drawn anew, it is as the server has it.
    if (this.told.value) this.hears({ ...this.told.value });
  }
}

/** The fields that the server says are wrong. */
function namedBy(error: unknown): string[] | null {
  const body: { fields?: object } = error instanceof Refusal ? error.body : {};
  return body.fields ? Object.keys(body.fields) : null;
}

/** From when on it holds. */
function savedWords(settings: Partial<Settings>): string {
  if ("hours" in settings) return say("hours_saved");
  return say("dial" in settings || "dial_closed" in settings ? "bot_saved_dial" : "bot_saved");
}

function faultOf(field: string): string {
  if (field === "hours") return say("hours_bad");
  if (field === "time_zone") return say("hours_zone_bad");
  if (field === "page_rules") return say("bot_pages_bad");
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
