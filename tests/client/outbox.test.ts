import { expect, test } from "vitest";
import type { Refused } from "../../chat/client/generated/wire";
import { Mailbox } from "../../chat/client/mailbox";
import * as outbox from "../../chat/client/outbox";
import { memoryStore, safeStore } from "../../chat/client/storage";

const send = (cmid: string, conversation?: string) =>
  ({ type: "send", cmid, text: cmid, conversation }) as outbox.Command;
const take = (cmid: string) => ({ type: "take", cmid, conversation: "c" }) as outbox.Command;
const filled = (...frames: outbox.Command[]) =>
  outbox.add(
    [],
    frames.map((frame, at) => outbox.newEntry(frame, at, 0)),
  );
const refusal = (cmid: string, code: Refused["code"], retry_after: number | null = null): Refused => ({
  type: "refused",
  code,
  cmid,
  ref: null,
  by: null,
  retry_after,
});
const dueIds = (box: outbox.Outbox, now = 0) => outbox.due(box, now).map(({ cmid }) => cmid);

test("one command a conversation is under way at a time, in order", () => {
  const box = filled(send("a", "1"), send("b", "1"), send("c", "2"));
  expect(dueIds(box)).toEqual(["a", "c"]);
  expect(dueIds(outbox.sent(box, "a", 0))).toEqual(["c"]);
  expect(dueIds(outbox.acked(box, { cmid: "a", seq: 1 }))).toEqual(["b", "c"]);
});

test("what was under way when the connection broke is due again", () => {
  const box = outbox.sent(filled(send("a")), "a", 0);
  expect(dueIds(box)).toEqual([]);
  expect(dueIds(outbox.disconnected(box))).toEqual(["a"]);
});

test("an answer that never comes makes it due again", () => {
  expect(dueIds(outbox.sent(filled(send("a")), "a", 0), 10_000)).toEqual(["a"]);
});

test("'later' keeps its place and comes back after the given time", () => {
  const box = outbox.refused(filled(send("a"), send("b")), refusal("a", "rate_limited", 5), 1000);
  expect(dueIds(box, 1000)).toEqual([]);
  expect(outbox.nextDue(box, 1000)).toBe(5000);
  expect(dueIds(box, 6000)).toEqual(["a"]);
});

test("a clock that is set back makes nothing wait for the time of day that it had", () => {
  const day = 86_400_000;
  const refused = outbox.refused(filled(send("a")), refusal("a", "unavailable", 5), day);
  expect(dueIds(refused, 0)).toEqual(["a"]);
  expect(dueIds(outbox.sent(filled(send("a")), "a", day), 0)).toEqual(["a"]);
});

test("'never' steps aside with its reason, until the user tries again", () => {
  const box = outbox.refused(filled(send("a"), send("b")), refusal("a", "too_long"), 0);
  expect(box[0]).toMatchObject({ state: "failed", code: "too_long" });
  expect(dueIds(box)).toEqual(["b"]);
  expect(dueIds(outbox.retry(box, "a"))).toEqual(["a"]);
});

test("a confirmed message stays until its event is here to be shown", () => {
  const box = outbox.acked(filled(send("a")), { cmid: "a", seq: 7 });
  expect(outbox.settled(box, 6)).toHaveLength(1);
  expect(outbox.settled(box, 7)).toHaveLength(0);
});

test("another tab on the same storage sees what is added and what is done", () => {
  const store = memoryStore();
  const [one, two] = [new Mailbox(), new Mailbox()];
  for (const tab of [one, two]) tab.keepIn(store, "out:");
  one.post(send("a"), 0);
  two.reload();
  expect(two.entries.value.map(({ cmid }) => cmid)).toEqual(["a"]);
  one.discard("a");
  two.reload();
  expect(two.entries.value).toEqual([]);
});

test("an agent's words outlive a reload, a forgotten 'take' doesn't", () => {
  const store = memoryStore();
  const before = new Mailbox();
  before.keepIn(store, "out:");
  before.post(send("a", "c"), 0);
  before.post(take("b"), 0);
  const after = new Mailbox();
  after.keepIn(store, "out:");
  expect(after.entries.value.map(({ cmid }) => cmid)).toEqual(["a"]);
});

test("damaged storage and foreign keys are ignored", () => {
  const store = memoryStore();
  store.set("out:x", "{");
  store.set("out:y", JSON.stringify({ frame: { cmid: "z" } }));
  const mailbox = new Mailbox();
  mailbox.keepIn(store, "out:");
  expect(mailbox.entries.value).toEqual([]);
});

test("storage that throws is replaced by memory, a full one too", () => {
  const blocked = safeStore(() => {
    throw new DOMException("blocked", "SecurityError");
  });
  blocked.set("a", "1");
  expect(blocked.get("a")).toBe("1");
});
