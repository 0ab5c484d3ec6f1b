import fc from "fast-check";
import { expect, test } from "vitest";
import type { Inbox, InboxRow } from "../../chat/client/generated/wire";
import { applyInbox, applyPreview, emptyInbox, type InboxState, leavesGap, openRows } from "../../chat/client/inbox";
import { inboxRow } from "./inboxRow";

function row(conversation: string, rev: number, status: InboxRow["status"] = "waiting"): InboxRow {
  return inboxRow(conversation, status, { rev, seq: rev });
}

const pushed = (change: InboxRow): Inbox => frame(change.rev, [change], null);

function frame(rev: number, rows: InboxRow[], ref: number | null, reset = false): Inbox {
  return { type: "inbox", rev, id: `r${rev}`, rows, more: false, ref, reset };
}

/** What the server would answer after `rev`: the latest row of each conversation. */
function answer(changes: InboxRow[], after: number): Inbox {
  const latest = new Map(changes.map((change) => [change.conversation, change]));
  return frame(
    changes.length,
    [...latest.values()].filter(({ rev }) => rev > after),
    1,
  );
}

const changes = fc
  .array(
    fc.record({
      name: fc.constantFrom("a", "b", "c"),
      status: fc.constantFrom<InboxRow["status"][]>("bot", "waiting", "closed"),
    }),
    { maxLength: 12 },
  )
  .map((list) => list.map(({ name, status }, at) => row(name, at + 1, status)));

const byName = (inbox: InboxState) => openRows(inbox).sort((a, b) => a.conversation.localeCompare(b.conversation));

test("pushes that get lost and an answer end in the same inbox as pushes that all came", () => {
  fc.assert(
    fc.property(changes, fc.infiniteStream(fc.boolean()), (list, arrives) => {
      const all = list.reduce((inbox, change) => applyInbox(inbox, pushed(change)), emptyInbox);
      const some = list.filter(() => arrives.next().value);
      const patchy = some.reduce((inbox, change) => applyInbox(inbox, pushed(change)), emptyInbox);
      expect(byName(applyInbox(patchy, answer(list, patchy.rev)))).toEqual(byName(all));
    }),
  );
});

test("a push that skips a change isn't taken", () => {
  const inbox = applyInbox(emptyInbox, pushed(row("a", 1)));
  expect(leavesGap(inbox, pushed(row("b", 3)))).toBe(true);
  expect(applyInbox(inbox, pushed(row("b", 3)))).toBe(inbox);
});

test("an answer older than what we hold brings no closed chat back", () => {
  const open = applyInbox(emptyInbox, pushed(row("a", 1)));
  const closed = applyInbox(open, pushed(row("a", 2, "closed")));
  expect(openRows(applyInbox(closed, frame(1, [row("a", 1)], 1)))).toEqual([]);
});

test("reset forgets all rows first", () => {
  const inbox = applyInbox(emptyInbox, pushed(row("a", 1)));
  expect(openRows(applyInbox(inbox, frame(1, [row("b", 1)], 1, true))).map((each) => each.conversation)).toEqual(["b"]);
});

test("an older preview never replaces a newer", () => {
  const preview = (seq: number) => ({ seq, author_kind: "visitor" as const, author: null, text: `${seq}`, at: "" });
  const inbox = applyPreview(applyInbox(emptyInbox, pushed(row("a", 1))), "a", preview(9));
  expect(applyPreview(inbox, "a", preview(8)).rows.get("a")?.preview?.text).toBe("9");
});
