import { batch, computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { InboxRow } from "../../chat/client/generated/wire";
import type { Store } from "../../chat/client/storage";
import type { AgentDraft, AgentSession, Watched } from "../../chat/client/types";
import { sections } from "./inbox/sections";
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
  readonly sections = computed(() => sections(this.session.rows.value, this.session.me.value));
  readonly watched = signal<Watched | null>(null);
  /** The open conversation's row: the last one known after it left the inbox. */
  readonly row = signal<InboxRow | null>(null);
  private readonly stops: (() => void)[];

  constructor(
    readonly session: AgentSession,
    readonly open: ReadonlySignal<string | null>,
    readonly store: Store,
  ) {
    this.stops = [effect(() => this.follow(this.open.value)), effect(() => this.remember())];
  }

  get visitor(): string {
    return visitorName(this.row.value?.visitor ?? "");
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

  openLongestWaiting(): void {
    const next = this.sections.value[0]?.rows[0];
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
    const row = this.session.rows.value.find((each) => each.conversation === this.open.value);
    if (row) this.row.value = row;
  }
}
