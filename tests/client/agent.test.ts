// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { agentSession } from "../../chat/client/agent";
import type { AgentServerFrame, Events, InboxRow, Status } from "../../chat/client/generated/wire";
import type { SocketEvents } from "../../chat/client/socket";
import { memoryStore } from "../../chat/client/storage";
import { inboxRow } from "./inboxRow";
import { message } from "./server";

type Sent = { type: string; cmid?: string; ref?: number; conversation?: string; text?: string };

const ana = { id: "m-ana", name: "Ana" };
const site = { id: "s", name: "Shop", language: "en", time_zone: "UTC", disclosure_line: "", email: "", phone: "" };

/** The server's end of Ana's socket: what she sent, and what she is told. */
class Wire {
  sent: Sent[] = [];
  private ends: SocketEvents[] = [];

  readonly open = (_url: string, events: SocketEvents) => {
    this.ends.push(events);
    queueMicrotask(() => events.onOpen());
    return { send: (frame: object) => void this.sent.push(frame as Sent), drop: () => {} };
  };

  says(frame: AgentServerFrame): void {
    this.ends.at(-1)?.onFrame(frame);
  }

  cut(): void {
    this.ends.at(-1)?.onClose(1006);
  }

  welcomes(): void {
    const more = { role: "agent", available: true, colleagues: [], site, me: ana };
    this.says({ type: "welcome", protocol: 1, build: "b", heartbeat: 10, ...more });
  }

  last(type: string): Sent {
    return this.sent.filter((frame) => frame.type === type).at(-1) as Sent;
  }
}

function events(ref: number | null, ...seqs: number[]): Events {
  const list = seqs.map((seq) => ({ seq, id: `e${seq}`, at: "", event: message("bot", `${seq}`) }));
  return { type: "events", conversation: "c1", epoch: 1, events: list, more: false, ref };
}

const row = (rev: number, status: Status): InboxRow => inboxRow("c1", status, { rev });

async function online(store = memoryStore()) {
  const wire = new Wire();
  const session = agentSession({ origin: "http://chat.example", build: "b", store, open: wire.open });
  session.connect();
  await vi.advanceTimersByTimeAsync(0);
  wire.welcomes();
  return { wire, session };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("two agents take at once: who loses is told by whom", async () => {
  const { wire, session } = await online();
  const outcome = session.act({ type: "take", conversation: "c1" });
  const cmid = wire.last("take").cmid ?? "";
  wire.says({ type: "refused", code: "taken", cmid, ref: null, by: "Ben", retry_after: null });
  expect(await outcome).toEqual({ ok: false, code: "taken", by: "Ben" });
});

test("a command whose answer got lost is asked again with the same cmid", async () => {
  const { wire, session } = await online();
  const outcome = session.act({ type: "take", conversation: "c1" });
  const first = wire.last("take").cmid;
  wire.cut();
  await vi.advanceTimersByTimeAsync(31_000);
  wire.welcomes();
  expect(wire.last("take").cmid).toBe(first);
  wire.says({ type: "ack", cmid: first ?? "", conversation: "c1", epoch: 1, seq: 4 });
  expect(await outcome).toEqual({ ok: true, seq: 4 });
});

test("what she watches is resumed after a reconnect, and a late answer to the old question is dropped", async () => {
  const { wire, session } = await online();
  const watched = session.watch("c1");
  const stale = wire.last("resume").ref ?? 0;
  wire.cut();
  await vi.advanceTimersByTimeAsync(31_000);
  wire.welcomes();
  wire.says(events(stale, 1));
  expect(watched.view.value.seq).toBe(0);
  wire.says(events(wire.last("resume").ref ?? 0, 1, 2));
  expect([watched.view.value.seq, watched.loaded.value]).toEqual([2, true]);
});

test("an inbox push with a gap is fetched, not guessed", async () => {
  const { wire, session } = await online();
  const ref = wire.last("inbox").ref ?? 0;
  wire.says({ type: "inbox", rev: 1, id: "r1", rows: [row(1, "waiting")], more: false, ref, reset: false });
  wire.says({ type: "inbox", rev: 3, id: "r3", rows: [row(3, "closed")], more: false, ref: null, reset: false });
  expect(session.rows.value).toHaveLength(1);
  expect(wire.last("inbox").ref).not.toBe(ref);
});

test("the heartbeat is answered, and tells of what was missed", async () => {
  const { wire, session } = await online();
  const watched = session.watch("c1");
  wire.says(events(wire.last("resume").ref ?? 0, 1));
  wire.says({ type: "beat", tops: { c1: 2 }, rev: 9 });
  expect(wire.last("beat")).toEqual({ type: "beat" });
  wire.says(events(wire.last("resume").ref ?? 0, 2));
  expect(watched.view.value.seq).toBe(2);
});

test("who reads along is known only while the server can say so", async () => {
  const { wire, session } = await online();
  const watched = session.watch("c1");
  wire.says({ type: "visitor_presence", conversation: "c1", visitor: "4F2", here: false, email: "vera@lind.example" });
  expect(watched.presence.value).toEqual({ here: false, email: "vera@lind.example" });
  wire.cut();
  expect(watched.presence.value).toBeNull();
});

test("each answered heartbeat keeps my chats for another minute", async () => {
  const { wire, session } = await online();
  vi.advanceTimersByTime(10_000);
  wire.says({ type: "beat", tops: {}, rev: null });
  wire.cut();
  vi.advanceTimersByTime(5_000);
  expect((session.leaseUntil.value ?? 0) - Date.now()).toBe(55_000);
});

test("after a break it is in step only once the inbox was answered", async () => {
  const { wire, session } = await online();
  wire.cut();
  await vi.advanceTimersByTimeAsync(31_000);
  wire.welcomes();
  expect(session.caughtUp.value).toBe(false);
  const ref = wire.last("inbox").ref ?? 0;
  wire.says({ type: "inbox", rev: 1, id: "r1", rows: [], more: false, ref, reset: false });
  expect(session.caughtUp.value).toBe(true);
});

test("Ana's unsent words are not Ben's, on the same computer", async () => {
  const store = memoryStore();
  const { wire, session } = await online(store);
  session.watch("c1").send("for Vera");
  session.dispose();
  const stored = store.keys().filter((key) => key.includes(":out:"));
  expect(stored).toEqual([`candid:agent:m-ana:out:${wire.last("send").cmid}`]);
});

test("who left is known; after a new welcome only what the server says again, once it has said it all", async () => {
  const { wire, session } = await online();
  const vera = { type: "visitor_presence", conversation: "c1", visitor: "4F2", email: null } as const;
  wire.says({ ...vera, here: false });
  expect([...session.left.value]).toEqual([["c1", null]]);
  wire.says({ ...vera, here: true });
  expect(session.left.value.size).toBe(0);
  wire.says({ ...vera, here: false });
  wire.cut();
  await vi.advanceTimersByTimeAsync(31_000);
  wire.welcomes();
  wire.says({ ...vera, conversation: "c2", here: false });
  expect([...session.left.value.keys()]).toEqual(["c1", "c2"]);
  const ref = wire.last("inbox").ref ?? 0;
  wire.says({ type: "inbox", rev: 1, id: "r1", rows: [], more: false, ref, reset: false });
  expect([...session.left.value.keys()]).toEqual(["c2"]);
});
