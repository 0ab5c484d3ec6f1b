// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { InboxRow } from "../../chat/client/generated/wire";
import type { Desk } from "../../console/src/desk";
import { Inbox } from "../../console/src/inbox/Inbox";
import { Seen } from "../../console/src/seen";
import { row } from "./consoleCast";
import { button, drawn, find, newDesk, press, search, show } from "./consoleScreen";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => {
  search.mockReset();
  vi.useRealTimers();
});

function openInbox(): Desk {
  const desk = newDesk(null);
  show(<Inbox desk={desk} seen={new Seen(desk)} />);
  return desk;
}

const finds = (...rows: InboxRow[]) => ({ type: "found" as const, rows, more: false });

test("what is found stands in the inbox's place, until it is no longer looked for", async () => {
  search.mockResolvedValue(finds(row("c9", "closed", { visitor: "9F0" })));
  const desk = openInbox();
  desk.finder.type("spout");
  await vi.advanceTimersByTimeAsync(200);
  expect(find(".row").textContent).toContain("Visitor 9F0");
  expect([find("[role=status]").textContent, find(".section h2").textContent]).toEqual([
    "1 chat found",
    "Found 1newest first",
  ]);
  press("Escape", find(".find input"));
  await drawn();
  expect([document.querySelector(".row"), find(".section h2").textContent]).toEqual([null, "Waiting 0"]);
});

test("nothing found, and no answer, are two things", async () => {
  const desk = openInbox();
  search.mockResolvedValueOnce(finds()).mockRejectedValueOnce(new Error("503"));
  desk.finder.type("elephant");
  await vi.advanceTimersByTimeAsync(200);
  expect(find("[role=status]").textContent).toMatch(/^No chat has all these words/);
  await desk.finder.look();
  await drawn();
  expect(find("[role=status]").textContent).toBe("The search got no answer.");
  search.mockResolvedValueOnce(finds(row("c9", "closed")));
  button("Try again").click();
  await vi.advanceTimersByTimeAsync(0);
  expect(find(".row").dataset.conversation).toBe("c9");
});

test("one search for a word, and a late answer to an earlier one is nobody's", async () => {
  const answers: ((found: ReturnType<typeof finds>) => void)[] = [];
  search.mockImplementation(() => new Promise((answer) => answers.push(answer)));
  const { finder } = openInbox();
  for (const text of ["s", "sp", "spo"]) finder.type(text);
  await vi.advanceTimersByTimeAsync(200);
  finder.type("spout");
  await vi.advanceTimersByTimeAsync(200);
  answers[1]?.(finds(row("new", "closed")));
  answers[0]?.(finds(row("old", "closed")));
  await vi.advanceTimersByTimeAsync(0);
  expect([search.mock.calls.map(([text]) => text), finder.rows.value.map((each) => each.conversation)]).toEqual([
    ["spo", "spout"],
    ["new"],
  ]);
});

test("the next page follows the last row", async () => {
  search
    .mockResolvedValueOnce({ ...finds(row("a", "closed")), more: true })
    .mockResolvedValueOnce(finds(row("b", "bot")));
  const { finder } = openInbox();
  finder.type("spout");
  await vi.advanceTimersByTimeAsync(200);
  button("Show more").click();
  await vi.advanceTimersByTimeAsync(0);
  expect(search.mock.calls[1]?.slice(0, 2)).toEqual(["spout", "a"]);
  expect(finder.rows.value.map(({ conversation }) => conversation)).toEqual(["a", "b"]);
});

test("a chat that was found has its name, and one from a link has the server's", () => {
  const desk = newDesk();
  expect(desk.visitor).toBe("Visitor 4F2");
  desk.finder.rows.value = [row("c1", "closed", { visitor: "9F0" })];
  expect(desk.visitor).toBe("Visitor 9F0");
});
