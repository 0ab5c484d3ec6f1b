/** A model of the server: the contract in a hundred lines, with a network that can be cut and pushes that get lost. */

import type {
  Cursor,
  Events,
  Resume,
  VisitorFrame,
  VisitorServerFrame,
  WireEvent,
} from "../../chat/client/generated/wire";
import type { Socket, SocketEvents } from "../../chat/client/socket";

export type PushFault = "none" | "drop" | "twice" | "late";

export class ModelServer {
  epoch = 1;
  events: WireEvent[] = [];
  pushFault: PushFault = "none";
  /** The next command is done, but its confirmation never arrives: the connection breaks in between. */
  crashAfterNextCommit = false;
  down = false;
  /** WebSockets never open, HTTP works. */
  socketsBlocked = false;
  private knowsVisitor = true;
  private acks = new Map<string, number>();
  private wire: SocketEvents | null = null;
  private late: Events[] = [];
  private ids = 0;

  readonly open = (_url: string, events: SocketEvents): Socket => {
    const mine = events;
    queueMicrotask(() => (this.down || this.socketsBlocked ? mine.onClose(1006) : mine.onOpen()));
    return {
      send: (frame) => this.receive(JSON.parse(JSON.stringify(frame)) as VisitorFrame, mine),
      drop: () => {
        if (this.wire === mine) this.wire = null;
      },
    };
  };

  readonly fetch = async (url: string, init: RequestInit): Promise<Response> => {
    if (this.down) throw new TypeError("network");
    const frames: VisitorServerFrame[] = [];
    const client = { onOpen() {}, onClose() {}, onFrame: (frame: unknown) => frames.push(frame as VisitorServerFrame) };
    this.wire = client;
    if (init.body) this.receive(JSON.parse(String(init.body)) as VisitorFrame, client);
    else this.answerPoll(new URL(url).searchParams);
    if (this.wire !== client) throw new TypeError("cut");
    this.wire = null;
    return Response.json({ frames });
  };

  cut(): void {
    const broken = this.wire;
    this.wire = null;
    broken?.onClose(1006);
  }

  /** Something happens that the client didn't do. */
  happens(event: WireEvent["event"]): void {
    this.push([this.append(event)]);
  }

  heartbeat(): void {
    this.say({ type: "beat", tops: this.events.length ? { c1: this.events.length } : {}, rev: null });
    for (const frame of this.late.splice(0)) this.say(frame);
  }

  /** History is cut and begins a new epoch. */
  restoreBackup(keep: number): void {
    this.epoch += 1;
    this.events = this.events.slice(0, keep);
    for (const [cmid, seq] of this.acks) if (seq > keep) this.acks.delete(cmid);
  }

  forgetVisitor(): void {
    this.events = [];
    this.acks.clear();
    this.knowsVisitor = false;
  }

  get words(): string[] {
    return this.events.flatMap(({ event }) => (event.kind === "message" ? [event.text] : []));
  }

  private answerPoll(query: URLSearchParams): void {
    const seq = Number(query.get("seq") ?? 0);
    this.say(this.welcome());
    const cursor = seq ? { epoch: Number(query.get("epoch")), seq, id: query.get("id") ?? "" } : null;
    if (this.events.length) this.resume({ type: "resume", ref: null as never, cursor });
  }

  private receive(frame: VisitorFrame, from: SocketEvents): void {
    if (frame.type === "hello") {
      if (!frame.fresh && !this.knowsVisitor) return from.onClose(4001);
      this.wire = from;
      return this.say(this.welcome());
    }
    if (from !== this.wire) return;
    if (frame.type === "resume") return this.resume(frame);
    if ("cmid" in frame) this.perform(frame.cmid, frame.type === "send" ? frame.text : frame.type);
  }

  private perform(cmid: string, text: string): void {
    const known = this.acks.get(cmid);
    const fresh = known === undefined ? this.write(cmid, text) : [];
    if (this.crashAfterNextCommit) {
      this.crashAfterNextCommit = false;
      return this.cut();
    }
    this.say({ type: "ack", cmid, conversation: "c1", epoch: this.epoch, seq: this.acks.get(cmid) ?? 0 });
    if (fresh.length) this.push(fresh);
  }

  private write(cmid: string, text: string): WireEvent[] {
    const first = this.events.length
      ? []
      : [this.append({ kind: "disclosure_shown", text_version: "t", language: "en", shown_at: at })];
    const said = this.append(message("visitor", text));
    this.knowsVisitor = true;
    this.acks.set(cmid, first[0]?.seq ?? said.seq);
    return [...first, said];
  }

  private append(event: WireEvent["event"]): WireEvent {
    const wire = { seq: this.events.length + 1, id: `e${++this.ids}`, at, event };
    this.events.push(wire);
    return wire;
  }

  private resume({ ref, cursor }: Resume): void {
    if (cursor && !this.knows(cursor)) return this.say({ type: "reset", conversation: "c1", ref });
    const rest = this.events.slice(cursor?.seq ?? 0);
    this.say({ ...this.frame(rest.slice(0, 3)), more: rest.length > 3, ref });
  }

  private knows(cursor: Cursor): boolean {
    return cursor.epoch === this.epoch && this.events[cursor.seq - 1]?.id === cursor.id;
  }

  private push(events: WireEvent[]): void {
    const frame = this.frame(events);
    if (this.pushFault === "late") this.late.push(frame);
    if (this.pushFault === "none" || this.pushFault === "twice") this.say(frame);
    if (this.pushFault === "twice") this.say(frame);
  }

  private frame(events: WireEvent[]): Events {
    return { type: "events", conversation: "c1", epoch: this.epoch, events, more: false, ref: null };
  }

  private welcome(): VisitorServerFrame {
    const head = { conversation: "c1", epoch: this.epoch, seq: this.events.length, status: "bot" as const };
    const availability = { open: true, agents: [], back_at: null, wait: null, people_first: false };
    return {
      type: "welcome",
      protocol: 1,
      build: "b",
      heartbeat: 20,
      site,
      availability,
      head: this.events.length ? head : null,
    };
  }

  private say(frame: VisitorServerFrame): void {
    this.wire?.onFrame(JSON.parse(JSON.stringify(frame)));
  }
}

const at = "2026-11-21T14:06:00Z";

const site = { id: "s", name: "Shop", language: "en", time_zone: "UTC", disclosure_line: "", email: "", phone: "" };

export function message(author_kind: "visitor" | "bot" | "agent", text: string): WireEvent["event"] {
  return {
    kind: "message",
    author_kind,
    author: null,
    text,
    code: null,
    source: null,
    choices: [],
    in_reply_to: null,
    page: null,
  };
}
