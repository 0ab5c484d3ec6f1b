/** The agent's session: one site, its inbox, and the conversations that are open in the console. */
import { computed, signal } from "@preact/signals-core";
import { Asker } from "./asker";
import { Courier } from "./courier";
import { LEASE, PROTOCOL } from "./generated/constants";
import type {
  AgentAction,
  AgentHello,
  AgentRef,
  AgentServerFrame,
  AgentWelcome,
  Colleague,
  Heartbeat,
  Inbox,
  Opening,
  Refused,
  SiteInfo,
  VisitorPresence,
} from "./generated/wire";
import { newCmid } from "./ids";
import { applyInbox, applyPreview, emptyInbox, inboxCursor, leavesGap, openRows } from "./inbox";
import { Link, type Via } from "./link";
import { Mailbox } from "./mailbox";
import type { OpenSocket } from "./socket";
import { type Store, safeStore } from "./storage";
import type { AgentDraft, AgentSession, Left, Outcome } from "./types";
import { onWake } from "./wake";
import { WatchedThread } from "./watched";

export interface AgentOptions {
  origin: string;
  build: string;
  /** The site's id; without it, the first of the agent's sites. */
  site?: string | null;
  store?: Store;
  open?: OpenSocket;
}

class Agent implements AgentSession {
  readonly site = signal<SiteInfo | null>(null);
  readonly me = signal<AgentRef | null>(null);
  readonly role = signal("");
  readonly available = signal<boolean | null>(null);
  readonly colleagues = signal<readonly Colleague[]>([]);
  readonly left = signal<Left>(new Map());
  readonly opening = signal<Opening | null>(null);
  readonly inboxLoaded = signal(false);
  readonly caughtUp = signal(false);
  readonly leaseUntil = signal<number | null>(null);
  readonly connection: AgentSession["connection"];
  private readonly inbox = signal(emptyInbox);
  readonly rows = computed(() => openRows(this.inbox.value));

  private readonly mailbox = new Mailbox<AgentAction>();
  private readonly link: Link;
  private readonly courier: Courier<AgentAction>;
  private readonly inboxAsker: Asker;
  private readonly watched = new Map<string, WatchedThread>();
  private readonly outcomes = new Map<string, (outcome: Outcome) => void>();
  private readonly stops: (() => void)[] = [];
  private readonly store: Store;
  /** Who has left, as told since the last welcome, until the inbox is answered: then this is all of them. */
  private leftAnew: Left | null = null;
  private refs = 0;

  constructor(private readonly options: AgentOptions) {
    this.store = options.store ?? safeStore(() => window.localStorage);
    this.link = this.makeLink();
    this.connection = this.link.connection;
    this.courier = new Courier(this.mailbox, (frame) => this.link.send(frame));
    this.inboxAsker = new Asker(
      () => ++this.refs,
      (ref) => this.link.send({ type: "inbox", ref, cursor: inboxCursor(this.inbox.value) }),
    );
  }

  connect(): void {
    const wake = () => this.link.feed({ type: "wake" });
    const start = () => this.link.feed({ type: "connect" });
    this.stops.push(onWake({ wake, suspend: () => this.suspend(), restore: start }));
    start();
  }

  dispose(): void {
    this.suspend();
    for (const stop of this.stops.splice(0)) stop();
  }

  setAvailable(on: boolean): void {
    if (this.link.send({ type: "available", on })) this.available.value = on;
  }

  watch(conversation: string): WatchedThread {
    const open = this.watched.get(conversation);
    if (open) return open;
    const watched = this.makeWatched(conversation);
    this.watched.set(conversation, watched);
    watched.thread.asker.ask();
    return watched;
  }

  act(draft: AgentDraft): Promise<Outcome> {
    const cmid = newCmid();
    const outcome = new Promise<Outcome>((resolve) => this.outcomes.set(cmid, resolve));
    this.post({ ...draft, cmid } as AgentAction);
    return outcome;
  }

  private post(frame: AgentAction): void {
    this.mailbox.post(frame, this.watched.get(frame.conversation)?.thread.top ?? 0);
    this.courier.work();
  }

  private receive(frame: AgentServerFrame, via: Via): void {
    switch (frame.type) {
      case "bye":
        return;
      case "welcome":
        return this.welcomed(frame);
      case "events":
        return this.watched.get(frame.conversation)?.thread.receive(frame, via);
      case "reset":
        return this.watched.get(frame.conversation ?? "")?.thread.restart();
      case "ack":
        return this.acked(frame);
      case "refused":
        return this.refused(frame);
      case "beat":
        return this.beat(frame);
      case "typing":
        // The server tells everyone who follows the chat, the one who types included.
        if (frame.author_kind === "agent" && frame.name === this.me.value?.name) return;
        return this.watched.get(frame.conversation)?.thread.isTyping(frame);
      case "read":
        return frame.author_kind === "visitor"
          ? this.watched.get(frame.conversation)?.thread.hasRead(frame.seq)
          : undefined;
      case "inbox":
        return this.inboxChanged(frame);
      case "preview":
        this.inbox.value = applyPreview(this.inbox.value, frame.conversation, frame.preview);
        return;
      case "visitor_presence":
        this.isHere(frame);
        return this.watched.get(frame.conversation)?.isPresent(frame);
      case "colleagues":
        this.colleagues.value = frame.colleagues;
        return;
      case "opening":
        this.opening.value = frame;
        return;
    }
  }

  private welcomed(frame: AgentWelcome): void {
    this.site.value = frame.site;
    this.me.value = frame.me;
    this.role.value = frame.role;
    this.available.value = frame.available;
    this.colleagues.value = frame.colleagues;
    // Who came back meanwhile isn't told; who is gone still is, before the inbox: until then the line stands as it did.
    this.leftAnew = new Map();
    this.renewed();
    // Keyed by who signed in: on a shared computer nobody sends another's unsent words.
    this.mailbox.keepIn(this.store, `candid:agent:${frame.me.id}:out:`);
    this.inboxAsker.ask();
    for (const { thread } of this.watched.values()) thread.asker.ask();
    this.courier.work();
  }

  private isHere(frame: VisitorPresence): void {
    this.left.value = withPresence(this.left.value, frame);
    if (this.leftAnew) this.leftAnew = withPresence(this.leftAnew, frame);
  }

  private acked(ack: { cmid: string; conversation: string; seq: number }): void {
    const watched = this.watched.get(ack.conversation);
    if (watched) {
      this.mailbox.acked(ack);
      this.mailbox.settled(watched.thread.top, ack.conversation);
    } else this.mailbox.discard(ack.cmid);
    this.settle(ack.cmid, { ok: true, seq: ack.seq });
    this.courier.work();
  }

  private refused(frame: Refused): void {
    for (const watched of this.watched.values()) {
      if (watched.thread.asker.isMine(frame.ref)) watched.refuse(frame.code);
    }
    if (this.inboxAsker.isMine(frame.ref)) this.inboxAsker.lost();
    if (frame.cmid === null) return;
    this.mailbox.refused(frame);
    if (this.outcomes.has(frame.cmid)) this.mailbox.discard(frame.cmid);
    this.settle(frame.cmid, { ok: false, code: frame.code, by: frame.by });
    this.courier.work();
  }

  private settle(cmid: string, outcome: Outcome): void {
    this.outcomes.get(cmid)?.(outcome);
    this.outcomes.delete(cmid);
  }

  private beat(frame: Heartbeat): void {
    if (this.link.send({ type: "beat" })) this.renewed();
    for (const [conversation, top] of Object.entries(frame.tops)) this.watched.get(conversation)?.thread.compare(top);
    if (frame.rev !== null && frame.rev !== this.inbox.value.rev) this.inboxAsker.ask();
    this.courier.work();
  }

  private renewed(): void {
    this.leaseUntil.value = Date.now() + LEASE * 1000;
  }

  private inboxChanged(frame: Inbox): void {
    const answer = this.inboxAsker.isMine(frame.ref);
    if (frame.ref !== null && !answer) return;
    const gap = leavesGap(this.inbox.value, frame);
    this.inbox.value = applyInbox(this.inbox.value, frame);
    if (answer) this.inboxIs(this.inboxAsker.answered(frame.more));
    else if (gap) this.inboxAsker.ask();
  }

  private inboxIs(whole: boolean): void {
    if (whole && this.leftAnew) {
      this.left.value = this.leftAnew;
      this.leftAnew = null;
    }
    this.caughtUp.value = whole || this.caughtUp.value;
    this.inboxLoaded.value = whole || this.inboxLoaded.value;
  }

  private suspend(): void {
    this.link.feed({ type: "suspend" });
    this.courier.stop();
  }

  private down(): void {
    this.inboxAsker.lost();
    this.caughtUp.value = false;
    for (const watched of this.watched.values()) watched.down();
    this.mailbox.disconnected();
  }

  private probe(): void {
    this.inboxAsker.lost();
    this.inboxAsker.ask();
    for (const { thread } of this.watched.values()) thread.asker.ask();
  }

  private makeWatched(conversation: string): WatchedThread {
    return new WatchedThread({
      conversation,
      mailbox: this.mailbox,
      nextRef: () => ++this.refs,
      tell: (frame) => this.link.send(frame),
      post: (frame) => this.post(frame),
      work: () => this.courier.work(),
      onLeave: () => this.watched.delete(conversation),
    });
  }

  private makeLink(): Link {
    const { origin, open } = this.options;
    return new Link({
      url: `${origin.replace(/^http/, "ws")}/ws/agent/`,
      hello: () => this.hello(),
      onFrame: (frame, via) => this.receive(frame as AgentServerFrame, via),
      onProbe: () => this.probe(),
      onDown: () => this.down(),
      ...(open && { open }),
    });
  }

  private hello(): AgentHello {
    return { type: "hello", protocol: PROTOCOL, build: this.options.build, site: this.options.site ?? null };
  }
}

function withPresence(left: Left, { conversation, here, email }: VisitorPresence): Left {
  if (here ? !left.has(conversation) : left.get(conversation) === email) return left;
  const rest = [...left].filter(([each]) => each !== conversation);
  return new Map(here ? rest : [...rest, [conversation, email]]);
}

export function agentSession(options: AgentOptions): AgentSession {
  return new Agent(options);
}
