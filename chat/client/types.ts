/** What the two doors see of a session. Everything here is headless; `visitor.ts` and `agent.ts` implement it. */
import type { ReadonlySignal } from "@preact/signals-core";
import type {
  AgentAction,
  AgentRef,
  AnswerRated,
  AuthorKind,
  Availability,
  Colleague,
  ConversationEvent,
  ErrorCode,
  HandoffPacket,
  HandoffRequested,
  Hidden,
  InboxRow,
  Opening,
  Queue,
  SiteInfo,
  Status,
  VisitorCommand,
} from "./generated/wire";

/** A command before it got its cmid. */
export type Draft<C> = C extends { cmid: string } ? Omit<C, "cmid"> : never;
export type VisitorDraft = Draft<VisitorCommand>;
export type AgentDraft = Draft<AgentAction>;

export type StopReason = "credential_refused" | "forbidden" | "protocol_unsupported";

/** `retryAt` is in milliseconds since the epoch. `via` says how we are online. */
export type Connection =
  | { kind: "idle" }
  | { kind: "connecting" }
  | { kind: "online"; via: "socket" | "poll" }
  | { kind: "offline"; retryAt: number }
  | { kind: "stopped"; why: StopReason };

export type ShownEvent = Exclude<ConversationEvent, Hidden | AnswerRated>;

/** One line of the transcript. `helped` is the visitor's rating of a bot's answer, null when not rated. */
export interface Item<E extends ShownEvent = ShownEvent> {
  readonly seq: number;
  readonly id: string;
  readonly at: string;
  readonly event: E;
  readonly helped: boolean | null;
}

export interface Owed {
  readonly reference: string;
  readonly email: string;
  readonly due_at: string | null;
}

/** The fold of a conversation's events. `status` is "start" while there are none. */
export interface View {
  readonly status: Status;
  readonly seq: number;
  readonly items: readonly Item[];
  readonly agent: AgentRef | null;
  /** The agent who went and may come back, or for whom a transfer is meant. */
  readonly expected: AgentRef | null;
  readonly owed: Owed | null;
  readonly closesAt: string | null;
  /** The handoff that the visitor is in, null in bot state. */
  readonly handoff: HandoffRequested | null;
  /** Nobody has answered for so long that it was said aloud. */
  readonly late: boolean;
  /** For agents only: why a person is needed. */
  readonly packet: HandoffPacket | null;
}

/** A command that isn't confirmed. `failed` waits for the user: try again or delete. */
export interface Pending<F extends { cmid: string; type: string } = VisitorCommand | AgentAction> {
  readonly cmid: string;
  readonly frame: F;
  /** Milliseconds since the epoch, by this device. */
  readonly at: number;
  readonly state: "sending" | "failed";
  readonly code: ErrorCode | null;
}

/** Somebody is writing; forgotten after some seconds. */
export interface TypingHint {
  readonly author_kind: AuthorKind;
  readonly name: string;
}

export interface Talk {
  readonly view: ReadonlySignal<View>;
  /** Unconfirmed messages, to be shown after the items. */
  readonly pending: ReadonlySignal<readonly Pending[]>;
  /** False until everything up to now was read from the server. */
  readonly loaded: ReadonlySignal<boolean>;
  /** The other side has read up to this seq. */
  readonly readUpTo: ReadonlySignal<number>;
  readonly typing: ReadonlySignal<TypingHint | null>;
  send(text: string): void;
  markRead(seq: number): void;
  /** Call on input; hints go out at most every few seconds. */
  sayTyping(): void;
  retry(cmid: string): void;
  discard(cmid: string): void;
}

export interface VisitorSession extends Talk {
  readonly connection: ReadonlySignal<Connection>;
  readonly site: ReadonlySignal<SiteInfo | null>;
  readonly availability: ReadonlySignal<Availability | null>;
  /** Place in line, and how long that takes; null while unknown. */
  readonly queue: ReadonlySignal<Queue | null>;
  connect(): void;
  askPerson(): void;
  cancelHandoff(): void;
  leaveMessage(email: string): void;
  askBot(): void;
  rate(seq: number, helped: boolean): void;
  end(): void;
  /** Ends the session in this page; the server keeps the conversation. */
  dispose(): void;
}

/** What became of an agent's command. `by` is who took the chat first. */
export type Outcome = { ok: true; seq: number } | { ok: false; code: ErrorCode; by: string | null };

/** Whether the visitor's page is open, and where a reply goes if it isn't (null: nowhere). */
export interface Presence {
  readonly here: boolean;
  readonly email: string | null;
}

/** An open conversation in the console. */
export interface Watched extends Talk {
  readonly conversation: string;
  /** Null while unknown. */
  readonly presence: ReadonlySignal<Presence | null>;
  /** The visitor's label, "" while unknown. */
  readonly visitor: ReadonlySignal<string>;
  /** Set when the server refuses to show it, e.g. "not_found". */
  readonly refused: ReadonlySignal<ErrorCode | null>;
  /** Stop receiving its events. */
  leave(): void;
}

/** Conversations whose visitors closed the page, and the e-mail address where an answer goes; null: it goes nowhere. */
export type Left = ReadonlyMap<string, string | null>;

export interface AgentSession {
  readonly connection: ReadonlySignal<Connection>;
  readonly site: ReadonlySignal<SiteInfo | null>;
  readonly me: ReadonlySignal<AgentRef | null>;
  readonly role: ReadonlySignal<string>;
  /** Whether I take chats; null until the server has said so. */
  readonly available: ReadonlySignal<boolean | null>;
  readonly colleagues: ReadonlySignal<readonly Colleague[]>;
  /** Of all who wait, and of those that are watched. */
  readonly left: ReadonlySignal<Left>;
  /** Whether the site is open by its hours; null until the server has said so. */
  readonly opening: ReadonlySignal<Opening | null>;
  /** Open conversations, in no order. */
  readonly rows: ReadonlySignal<readonly InboxRow[]>;
  readonly inboxLoaded: ReadonlySignal<boolean>;
  /** False from when the connection breaks until the inbox is in step again. */
  readonly caughtUp: ReadonlySignal<boolean>;
  /** When my chats go back to the queue unless the server hears of me. Milliseconds since the epoch, by this device. */
  readonly leaseUntil: ReadonlySignal<number | null>;
  connect(): void;
  setAvailable(on: boolean): void;
  /** The same object for the same conversation until it is left. */
  watch(conversation: string): Watched;
  /** Take, put_back, transfer, let_bot, resolve. Settles when the server answered, whatever the network does. */
  act(action: AgentDraft): Promise<Outcome>;
  dispose(): void;
}
