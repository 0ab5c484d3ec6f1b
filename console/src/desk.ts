import { batch, computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { InboxRow } from "../../chat/client/generated/wire";
import type { Store } from "../../chat/client/storage";
import type { AgentDraft, AgentSession, Watched } from "../../chat/client/types";
import { Finder } from "./find/finder";
import type { Search } from "./find/search";
import { placeOf, sections } from "./inbox/sections";
import type { Leaving } from "./leaving";
import { visitorName } from "./names";
import { problem } from "./problems";
import { go } from "./route";

/** An agent's action without the conversation: that is always the open one. */
export type DeskAction = AgentDraft extends infer D
  ? D extends { conversation: string }
    ? Omit<D, "conversation">
    : never
  : never;

/** What this agent has before them: the inbox, one open conversation, and what went wrong last. */
export class Desk {
  readonly busy = signal(false);
  readonly notice = signal<string | null>(null);
  readonly sections = computed(() => sections(this.session.rows.value, this.session.me.value, this.session.left.value));
  readonly watched = signal<Watched | null>(null);
  readonly myRows = computed(() => this.sections.value.find(({ key }) => key === "mine")?.rows ?? []);
  readonly waitingRows = computed(() => this.sections.value.find(({ key }) => key === "waiting")?.rows ?? []);
  /** What happened to my chats without me, until it is dismissed. */
  readonly news = signal<readonly string[]>([]);
  /** Set while I am asked what becomes of my chats when I go. */
  readonly leaving = signal<Leaving | null>(null);
  /** Set when the page is left for good reason: nobody is asked any more. */
  gone = false;
  /** Words that the open conversation's composer takes over. */
  readonly suggested = signal("");
  readonly finder: Finder;
  /** The open conversation's row: the last one known after it left the inbox. */
  readonly row = signal<InboxRow | null>(null);
  private readonly stops: (() => void)[];

  constructor(
    readonly session: AgentSession,
    readonly open: ReadonlySignal<string | null>,
    readonly store: Store,
    search: Search,
  ) {
    this.finder = new Finder(search);
    this.stops = [effect(() => this.follow(this.open.value)), effect(() => this.remember())];
  }

  get visitor(): string {
    return visitorName(this.row.value?.visitor ?? this.watched.value?.visitor.value ?? "");
  }

  get mine(): boolean {
    const me = this.session.me.value;
    const view = this.watched.value?.view.value;
    return view?.status === "human" && view.agent !== null && view.agent.id === me?.id;
  }

  /** Once a chat is closed, an answer still owed is written without taking it. */
  get mayWrite(): boolean {
    const view = this.watched.value?.view.value;
    return this.mine || (view?.status === "closed" && view.owed !== null);
  }

  /** The open chat's place in line is the server's. 0 for a chat that doesn't wait, or whose visitor is away. */
  get place(): number {
    return placeOf(this.waitingRows.value, this.open.value, this.session.left.value);
  }

  /** Do it to the open conversation. True when it happened; else `notice` says why not. */
  async act(action: DeskAction): Promise<boolean> {
    const conversation = this.open.value;
    if (conversation === null || this.busy.value) return false;
    batch(() => {
      this.busy.value = true;
      this.notice.value = null;
    });
    const outcome = await this.session.act({ ...action, conversation });
    batch(() => {
      this.busy.value = false;
      if (!outcome.ok && this.open.value === conversation) this.notice.value = problem(outcome.code, outcome.by);
    });
    return outcome.ok;
  }

  /** Do `go`, which takes me away from my chats: at once if there are none. */
  leave(why: Leaving["why"], go: () => void): void {
    if (this.myRows.value.length === 0) go();
    else this.leaving.value = { why, go };
  }

  suggest(words: string): void {
    this.suggested.value = words;
  }

  openLongestWaiting(): void {
    const next = this.waitingRows.value[0];
    if (next) go(next.conversation);
  }

  dispose(): void {
    for (const stop of this.stops) stop();
    this.watched.value?.leave();
  }

  private follow(conversation: string | null): void {
    const before = this.watched.peek();
    if (before?.conversation === conversation) return;
    before?.leave();
    batch(() => {
      this.notice.value = null;
      this.row.value = null;
      this.watched.value = conversation === null ? null : this.session.watch(conversation);
    });
  }

  private remember(): void {
    const known = [...this.session.rows.value, ...this.finder.rows.value];
    const row = known.find((each) => each.conversation === this.open.value);
    if (row) this.row.value = row;
  }
}
