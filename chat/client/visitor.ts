/** The visitor's session: one site, one visitor, one current conversation. */
import { signal } from "@preact/signals-core";
import { Courier } from "./courier";
import { PROTOCOL } from "./generated/constants";
import type {
  Availability,
  Cursor,
  DisclosureProof,
  Events,
  Refused,
  SiteInfo,
  VisitorCommand,
  VisitorHello,
  VisitorServerFrame,
  VisitorWelcome,
} from "./generated/wire";
import { Identity } from "./identity";
import { newCmid } from "./ids";
import { LazyPoller } from "./lazy";
import { Link, type Via } from "./link";
import { Mailbox } from "./mailbox";
import { pendingOf } from "./pending";
import type { OpenSocket } from "./socket";
import type { Store } from "./storage";
import { SenderRole } from "./tabs";
import { Thread } from "./thread";
import { throttle } from "./throttle";
import type { VisitorDraft, VisitorSession } from "./types";
import { onWake } from "./wake";

export interface VisitorOptions {
  /** Where the server is, e.g. "https://chat.example". */
  origin: string;
  /** The site's key. */
  site: string;
  build: string;
  language: string;
  store: Store;
  /** The page that the visitor is on, without query and fragment. */
  page(): string | null;
  /** What was read of the disclosure, and when. */
  disclosure(): DisclosureProof;
  open?: OpenSocket;
}

const TYPING_EVERY_MS = 3_000;

class Visitor implements VisitorSession {
  readonly site = signal<SiteInfo | null>(null);
  readonly availability = signal<Availability | null>(null);
  readonly place = signal<number | null>(null);
  readonly connection: VisitorSession["connection"];
  readonly view: VisitorSession["view"];
  readonly pending: VisitorSession["pending"];
  readonly loaded: VisitorSession["loaded"];
  readonly readUpTo: VisitorSession["readUpTo"];
  readonly typing: VisitorSession["typing"];
  readonly sayTyping = throttle(TYPING_EVERY_MS, () => this.link.send({ type: "typing" }));

  private readonly prefix: string;
  private readonly identity: Identity;
  private readonly mailbox = new Mailbox<VisitorCommand>();
  private readonly role: SenderRole;
  private readonly courier: Courier<VisitorCommand>;
  private readonly thread: Thread;
  private readonly link: Link;
  private readonly stops: (() => void)[] = [];
  private conversation: string | null = null;
  private refs = 0;

  constructor(private readonly options: VisitorOptions) {
    this.prefix = `candid:${options.site}:`;
    this.identity = new Identity(options.store, this.prefix);
    this.link = this.makeLink();
    this.role = new SenderRole(`${this.prefix}sender`, () => this.courier.work());
    this.courier = this.makeCourier();
    this.thread = this.makeThread();
    this.mailbox.keepIn(options.store, `${this.prefix}out:`);
    this.connection = this.link.connection;
    ({ view: this.view, loaded: this.loaded, readUpTo: this.readUpTo, typing: this.typing } = this.thread);
    this.pending = pendingOf(this.mailbox.entries, this.view, "visitor");
  }

  connect(): void {
    const onStorage = ({ key }: StorageEvent) => this.storageChanged(key);
    window.addEventListener("storage", onStorage);
    this.stops.push(
      () => window.removeEventListener("storage", onStorage),
      onWake({
        wake: () => this.link.feed({ type: "wake" }),
        suspend: () => this.suspend(),
        restore: () => this.start(),
      }),
      this.link.connection.subscribe(({ kind }) => kind === "stopped" && this.stopped()),
    );
    this.start();
  }

  dispose(): void {
    this.suspend();
    for (const stop of this.stops.splice(0)) stop();
  }

  send(text: string): void {
    this.post({ type: "send", text, page: this.options.page(), disclosure: this.options.disclosure() });
  }

  askPerson(): void {
    this.once({ type: "ask_person", page: this.options.page(), disclosure: this.options.disclosure() });
  }

  cancelHandoff(): void {
    this.once({ type: "cancel_handoff" });
  }

  leaveMessage(email: string): void {
    this.post({ type: "leave_message", email });
  }

  askBot(): void {
    this.once({ type: "ask_bot" });
  }

  rate(seq: number, helped: boolean): void {
    this.post({ type: "rate", seq, helped });
  }

  end(): void {
    this.once({ type: "end" });
  }

  markRead(seq: number): void {
    this.link.send({ type: "read", seq });
  }

  retry(cmid: string): void {
    this.mailbox.retry(cmid);
    this.courier.work();
  }

  discard(cmid: string): void {
    this.mailbox.discard(cmid);
    this.courier.work();
  }

  /** A second click while the first is under way asks for nothing new. */
  private once(draft: VisitorDraft): void {
    const waits = this.mailbox.entries.value.some(
      ({ frame, state }) => frame.type === draft.type && state === "sending",
    );
    if (!waits) this.post(draft);
  }

  private post(draft: VisitorDraft): void {
    this.mailbox.post({ ...draft, cmid: newCmid() } as VisitorCommand, this.thread.top);
    this.courier.work();
  }

  private start(): void {
    this.role.acquire();
    this.link.feed({ type: "connect" });
  }

  private suspend(): void {
    this.link.feed({ type: "suspend" });
    this.courier.stop();
    this.role.yield();
  }

  private receive(frame: VisitorServerFrame, via: Via): void {
    switch (frame.type) {
      case "bye":
        return;
      case "welcome":
        return this.welcomed(frame);
      case "events":
        return this.happened(frame, via);
      case "reset":
        if (frame.conversation === null) this.conversation = null;
        return this.thread.restart();
      case "ack":
        this.identity.known();
        this.mailbox.acked(frame);
        this.follow(frame.conversation);
        this.mailbox.settled(this.thread.top);
        return this.courier.work();
      case "refused":
        return this.refused(frame);
      case "beat":
        return this.beat(frame.tops);
      case "typing":
        return this.thread.isTyping(frame);
      case "read":
        return frame.author_kind === "agent" ? this.thread.hasRead(frame.seq) : undefined;
      case "queue":
        this.place.value = frame.place;
        return;
      case "availability":
        this.availability.value = frame.availability;
        return;
    }
  }

  private welcomed(frame: VisitorWelcome): void {
    this.site.value = frame.site;
    this.availability.value = frame.availability;
    if (frame.head) {
      this.identity.known();
      this.adopt(frame.head.conversation);
      this.thread.asker.ask();
    } else {
      this.adopt(null);
      this.thread.loaded.value = true;
    }
    this.courier.work();
  }

  /** Events of another conversation are only taken as the answer to our question; a push of them may be an old one's. */
  private happened(frame: Events, via: Via): void {
    const asked = via === "poll" || this.thread.asker.isMine(frame.ref);
    if (this.conversation === null || asked) this.adopt(frame.conversation, frame.ref);
    else if (frame.conversation !== this.conversation) return this.thread.asker.ask();
    this.thread.receive(frame, via);
  }

  /** Our command landed in a conversation that we don't show: the one before was closed too long ago. */
  private follow(conversation: string): void {
    if (conversation === this.conversation) return;
    this.adopt(conversation);
    this.thread.asker.ask();
  }

  private adopt(conversation: string | null, keepRef: number | null = null): void {
    if (conversation === this.conversation) return;
    const hadOne = this.conversation !== null;
    this.conversation = conversation;
    this.place.value = null;
    if (hadOne && keepRef === null) this.thread.clear();
  }

  private refused(frame: Refused): void {
    if (frame.code === "credential_refused") return this.credentialLost();
    if (this.thread.asker.isMine(frame.ref)) this.thread.asker.lost();
    if (frame.cmid === null) return;
    this.mailbox.refused(frame);
    this.courier.work();
  }

  private beat(tops: Record<string, number>): void {
    this.link.send({ type: "beat" });
    const top = this.conversation === null ? undefined : tops[this.conversation];
    if (top !== undefined) this.thread.compare(top);
    else if (Object.keys(tops).length) this.thread.asker.ask();
    this.courier.work();
  }

  private stopped(): void {
    const connection = this.link.connection.value;
    if (connection.kind === "stopped" && connection.why === "credential_refused") this.credentialLost();
  }

  /** The server forgot this visitor (erased, or restored from a backup): start anew, with what is still unsent. */
  private credentialLost(): void {
    if (this.identity.fresh) return;
    this.identity.renew();
    this.becomeSomeoneElse();
  }

  private storageChanged(key: string | null): void {
    if (key === null || key.startsWith(`${this.prefix}out:`)) {
      this.mailbox.reload();
      this.courier.work();
    }
    if (this.identity.follow()) this.becomeSomeoneElse();
  }

  private becomeSomeoneElse(): void {
    this.adopt(null);
    this.thread.clear();
    this.link.feed({ type: "suspend" });
    this.link.feed({ type: "connect" });
  }

  private makeThread(): Thread {
    return new Thread({
      nextRef: () => ++this.refs,
      resume: (ref, cursor) => this.link.send({ type: "resume", ref, conversation: this.conversation, cursor }),
      onMoved: (top) => this.mailbox.settled(top),
    });
  }

  private makeCourier(): Courier<VisitorCommand> {
    return new Courier(
      this.mailbox,
      (frame) => this.link.send(frame),
      () => this.role.held,
    );
  }

  private makeLink(): Link {
    const { origin, open } = this.options;
    return new Link({
      url: `${origin.replace(/^http/, "ws")}/ws/visitor/`,
      hello: () => this.hello(),
      onFrame: (frame, via) => this.receive(frame as VisitorServerFrame, via),
      onProbe: () => this.probe(),
      onDown: () => this.down(),
      fallback: new LazyPoller(this.pollOptions()),
      ...(open && { open }),
    });
  }

  private pollOptions(): ConstructorParameters<typeof LazyPoller>[0] {
    return {
      origin: this.options.origin,
      site: this.options.site,
      headers: () => ({
        Authorization: `Bearer ${this.identity.credential}`,
        ...(this.identity.fresh && { "X-Candid-Fresh": "1" }),
      }),
      position: () => this.position(),
      onFrame: (frame) => this.receive(frame as VisitorServerFrame, "poll"),
    };
  }

  private hello(): VisitorHello {
    const { site, build, language } = this.options;
    const { credential, fresh } = this.identity;
    return { type: "hello", protocol: PROTOCOL, build, site, credential, fresh, language, page: this.options.page() };
  }

  private position(): { conversation: string; cursor: Cursor } | null {
    const { cursor } = this.thread;
    return this.conversation !== null && cursor ? { conversation: this.conversation, cursor } : null;
  }

  private probe(): void {
    this.thread.asker.lost();
    this.thread.asker.ask();
  }

  private down(): void {
    this.thread.asker.lost();
    this.mailbox.disconnected();
  }
}

export function visitorSession(options: VisitorOptions): VisitorSession {
  return new Visitor(options);
}
