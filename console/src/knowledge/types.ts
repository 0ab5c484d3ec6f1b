import type { Message } from "../../../chat/client/generated/wire";

/** What an owner writes. Entries with one `key` are one answer in several languages; `language` "" is the site's own. */
export interface Draft {
  readonly key: string;
  readonly language: string;
  readonly title: string;
  readonly paraphrases: readonly string[];
  readonly answer: string;
  readonly tags: readonly string[];
  readonly published: boolean;
}

/** `revision` is named when it is saved: who else saved meanwhile is not overwritten unseen. */
export interface Entry extends Draft {
  readonly id: string;
  readonly revision: number;
  readonly updated_at: string;
}

export interface EntryPage {
  readonly count: number;
  readonly next: string | null;
  readonly results: readonly Entry[];
}

export interface Version {
  readonly revision: number;
  readonly change: "created" | "edited" | "imported" | "restored" | "deleted";
  readonly by: string;
  readonly at: string;
  readonly content: Draft;
}

export interface Ranked {
  readonly entry_id: string;
  readonly title: string;
  readonly score: number;
}

/** What the bot would do; two cut points part asking a person, asking back and answering. */
export interface Tried {
  readonly decision: "answer" | "clarify" | "hand_over" | "say";
  readonly confidence: number;
  readonly answer_from: number;
  readonly clarify_from: number;
  readonly id: string | null;
  readonly answer: string;
  readonly choices: readonly Ranked[];
  readonly reason: string | null;
  readonly code: Message["code"];
  readonly quote: string;
  readonly ranked: readonly Ranked[];
}

/** A question that ends otherwise with the draft; titles are "" where no entry answers. */
export interface Effect {
  readonly text: string;
  readonly was: Tried["decision"];
  readonly was_title: string;
  readonly now: Tried["decision"];
  readonly now_title: string;
}

export interface Effects {
  readonly taken: readonly Effect[];
  readonly moved: readonly Effect[];
  readonly missed: readonly Effect[];
  readonly asked: readonly Effect[];
  readonly phrases: number;
  readonly questions: number;
}

export interface Filters {
  readonly q: string;
  readonly published: "" | "true" | "false";
  readonly tag: string;
}
