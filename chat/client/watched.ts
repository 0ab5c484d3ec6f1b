/** One conversation that is open in the console. */
import { signal } from "@preact/signals-core";
import type { AgentAction, ErrorCode, VisitorPresence } from "./generated/wire";
import { newCmid } from "./ids";
import type { Mailbox } from "./mailbox";
import { pendingOf } from "./pending";
import { Thread } from "./thread";
import { throttle } from "./throttle";
import type { Presence, Watched } from "./types";

const TYPING_EVERY_MS = 3_000;

export interface WatchedOptions {
  conversation: string;
  mailbox: Mailbox<AgentAction>;
  nextRef(): number;
  /** For frames that may be lost; false when there is no connection. */
  tell(frame: object): boolean;
  post(frame: AgentAction): void;
  work(): void;
  onLeave(): void;
}

export class WatchedThread implements Watched {
  readonly conversation: string;
  readonly thread: Thread;
  readonly refused = signal<ErrorCode | null>(null);
  readonly presence = signal<Presence | null>(null);
  readonly visitor = signal("");
  readonly view: Watched["view"];
  readonly pending: Watched["pending"];
  readonly loaded: Watched["loaded"];
  readonly readUpTo: Watched["readUpTo"];
  readonly typing: Watched["typing"];
  readonly sayTyping: () => void;

  constructor(private readonly options: WatchedOptions) {
    const { conversation, mailbox, nextRef, tell } = options;
    this.conversation = conversation;
    this.thread = new Thread({
      nextRef,
      resume: (ref, cursor) => tell({ type: "resume", ref, conversation, cursor }),
      onMoved: (top) => mailbox.settled(top, conversation),
    });
    ({ view: this.view, loaded: this.loaded, readUpTo: this.readUpTo, typing: this.typing } = this.thread);
    this.pending = pendingOf(mailbox.entries, this.view, "agent", conversation);
    this.sayTyping = throttle(TYPING_EVERY_MS, () => tell({ type: "typing", conversation }));
  }

  send(text: string): void {
    this.options.post({ type: "send", cmid: newCmid(), conversation: this.conversation, text });
  }

  markRead(seq: number): void {
    this.options.tell({ type: "read", conversation: this.conversation, seq });
  }

  retry(cmid: string): void {
    this.options.mailbox.retry(cmid);
    this.options.work();
  }

  discard(cmid: string): void {
    this.options.mailbox.discard(cmid);
    this.options.work();
  }

  isPresent({ visitor, here, email }: VisitorPresence): void {
    this.visitor.value = visitor;
    this.presence.value = { here, email };
  }

  /** The connection is gone: whatever was asked is lost, and who is there can't be known. */
  down(): void {
    this.thread.asker.lost();
    this.presence.value = null;
  }

  refuse(code: ErrorCode): void {
    this.thread.asker.lost();
    this.refused.value = code;
  }

  leave(): void {
    this.options.tell({ type: "leave", conversation: this.conversation });
    this.options.onLeave();
  }
}
