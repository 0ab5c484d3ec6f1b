/** The visitor's session: one site, one visitor, one current conversation. */
import { signal } from "@preact/signals-core";
import { Courier } from "./courier";
import { Current } from "./current";
import type { Availability, Refused, SiteInfo, VisitorCommand, VisitorServerFrame } from "./generated/wire";
import { Identity } from "./identity";
import { newCmid } from "./ids";
import type { Link, Via } from "./link";
import { Mailbox } from "./mailbox";
import { pendingOf } from "./pending";
import { SenderRole } from "./tabs";
import { throttle } from "./throttle";
import type { Connection, VisitorDraft, VisitorSession } from "./types";
import { visitorLink } from "./visitorLink";
import type { VisitorOptions } from "./visitorOptions";
import { onWake } from "./wake";

const TYPING_EVERY_MS = 3_000;

/** Refusals that the visitor has to see. The others mean that things moved on by themselves, as the screen shows. */
const TOLD_OF: readonly VisitorCommand["type"][] = ["send", "ask_person", "leave_message"];

class Visitor implements VisitorSession {
  readonly site = signal<SiteInfo | null>(null);
  readonly availability = signal<Availability | null>(null);
  readonly queue: VisitorSession["queue"];
  readonly connection: VisitorSession["connection"];
  readonly view: VisitorSession["view"];
  readonly pending: VisitorSession["pending"];
  readonly loaded: VisitorSession["loaded"];
  readonly readUpTo: VisitorSession["readUpTo"];
  readonly typing: VisitorSession["typing"];
  readonly sayTyping = throttle(TYPING_EVERY_MS, () => this.#link.send({ type: "typing" }));

  readonly #prefix: string;
  readonly #identity: Identity;
  readonly #mailbox = new Mailbox<VisitorCommand>();
  readonly #role: SenderRole;
  readonly #courier: Courier<VisitorCommand>;
  readonly #current: Current;
  readonly #link: Link;
  readonly #stops: (() => void)[] = [];

  constructor(private readonly options: VisitorOptions) {
    this.#prefix = `candid:${options.site}:`;
    this.#identity = new Identity(options.store, this.#prefix);
    this.#link = this.#makeLink();
    this.#role = new SenderRole(`${this.#prefix}sender`, () => this.#courier.work());
    this.#courier = this.#makeCourier();
    this.#current = this.#makeCurrent();
    this.#mailbox.keepIn(options.store, `${this.#prefix}out:`);
    this.connection = this.#link.connection;
    this.queue = this.#current.queue;
    ({ view: this.view, loaded: this.loaded, readUpTo: this.readUpTo, typing: this.typing } = this.#current.thread);
    this.pending = pendingOf(this.#mailbox.entries, this.view, "visitor");
  }

  connect(): void {
    const onStorage = ({ key }: StorageEvent) => this.#storageChanged(key);
    window.addEventListener("storage", onStorage);
    this.#stops.push(
      () => window.removeEventListener("storage", onStorage),
      onWake({
        wake: () => this.#link.feed({ type: "wake" }),
        suspend: () => this.#suspend(),
        restore: () => this.#start(),
      }),
      this.connection.subscribe((connection) => this.#stopped(connection)),
    );
    this.#start();
  }

  dispose(): void {
    this.#suspend();
    for (const stop of this.#stops.splice(0)) stop();
  }

  send(text: string): void {
    this.#post({ type: "send", text, page: this.options.page(), disclosure: this.options.disclosure() });
  }

  askPerson(): void {
    this.#once({ type: "ask_person", page: this.options.page(), disclosure: this.options.disclosure() });
  }

  cancelHandoff(): void {
    this.#once({ type: "cancel_handoff" });
  }

  leaveMessage(email: string): void {
    this.#post({ type: "leave_message", email });
  }

  askBot(): void {
    this.#once({ type: "ask_bot" });
  }

  rate(seq: number, helped: boolean): void {
    this.#post({ type: "rate", seq, helped });
  }

  end(): void {
    this.#once({ type: "end" });
  }

  markRead(seq: number): void {
    this.#link.send({ type: "read", seq });
  }

  retry(cmid: string): void {
    this.#mailbox.retry(cmid);
    this.#courier.work();
  }

  discard(cmid: string): void {
    this.#mailbox.discard(cmid);
    this.#courier.work();
  }

  /** A second click while the first is under way asks for nothing new. */
  #once(draft: VisitorDraft): void {
    const waits = this.#mailbox.entries.value.some(
      ({ frame, state }) => frame.type === draft.type && state === "sending",
    );
    if (!waits) this.#post(draft);
  }

  #post(draft: VisitorDraft): void {
    this.#mailbox.post({ ...draft, cmid: newCmid() } as VisitorCommand, this.#current.thread.top);
    this.#courier.work();
  }

  #start(): void {
    this.#role.acquire();
    this.#link.feed({ type: "connect" });
  }

  #suspend(): void {
    this.#link.feed({ type: "suspend" });
    this.#courier.stop();
    this.#role.yield();
  }

  #receive(frame: VisitorServerFrame, via: Via): void {
    const current = this.#current;
    switch (frame.type) {
      case "bye":
        return;
      case "welcome":
        this.site.value = frame.site;
        this.availability.value = frame.availability;
        if (frame.head) this.#identity.known();
        current.begin(frame.head);
        return this.#courier.work();
      case "events":
        return current.happened(frame, via);
      case "reset":
        return current.reset(frame.conversation);
      case "ack":
        return this.#acked(frame);
      case "refused":
        return this.#refused(frame);
      case "beat":
        this.#link.send({ type: "beat" });
        current.compare(frame.tops);
        return this.#courier.work();
      case "typing":
        return current.thread.isTyping(frame);
      case "read":
        return frame.author_kind === "agent" ? current.thread.hasRead(frame.seq) : undefined;
      case "queue":
        current.queue.value = frame;
        return;
      case "availability":
        this.availability.value = frame.availability;
        return;
    }
  }

  #acked(ack: { cmid: string; conversation: string; seq: number }): void {
    this.#identity.known();
    this.#mailbox.acked(ack);
    this.#current.follow(ack.conversation);
    this.#mailbox.settled(this.#current.thread.top);
    this.#courier.work();
  }

  #refused(frame: Refused): void {
    if (frame.code === "credential_refused") return this.#credentialLost();
    const { asker } = this.#current.thread;
    // The conversation is gone (erased): what comes next begins a new one.
    if (asker.isMine(frame.ref)) frame.code === "not_found" ? this.#current.forget() : asker.lost();
    if (frame.cmid === null) return;
    this.#mailbox.refused(frame);
    const entry = this.#mailbox.find(frame.cmid);
    if (entry?.state === "failed" && !TOLD_OF.includes(entry.frame.type)) this.#mailbox.discard(frame.cmid);
    this.#courier.work();
  }

  #stopped(connection: Connection): void {
    if (connection.kind === "stopped" && connection.why === "credential_refused") this.#credentialLost();
  }

  /** The server forgot this visitor (erased, or restored from a backup): start anew, with what is still unsent. */
  #credentialLost(): void {
    if (this.#identity.fresh) return;
    this.#identity.renew();
    this.#becomeSomeoneElse();
  }

  #storageChanged(key: string | null): void {
    if (key === null || key.startsWith(`${this.#prefix}out:`)) {
      this.#mailbox.reload();
      this.#courier.work();
    }
    if (this.#identity.follow()) this.#becomeSomeoneElse();
  }

  #becomeSomeoneElse(): void {
    this.#current.forget();
    this.#link.feed({ type: "suspend" });
    this.#link.feed({ type: "connect" });
  }

  #makeCurrent(): Current {
    return new Current({
      tell: (frame) => this.#link.send(frame),
      onMoved: (top) => this.#mailbox.settled(top),
    });
  }

  #makeCourier(): Courier<VisitorCommand> {
    return new Courier(
      this.#mailbox,
      (frame) => this.#link.send(frame),
      () => this.#role.held,
    );
  }

  #makeLink(): Link {
    return visitorLink(this.options, this.#identity, {
      position: () => this.#current.position,
      receive: (frame, via) => this.#receive(frame, via),
      onProbe: () => this.#probe(),
      onDown: () => this.#down(),
    });
  }

  #probe(): void {
    this.#current.thread.asker.lost();
    this.#current.thread.asker.ask();
  }

  #down(): void {
    this.#current.thread.asker.lost();
    this.#mailbox.disconnected();
  }
}

export function visitorSession(options: VisitorOptions): VisitorSession {
  return new Visitor(options);
}
