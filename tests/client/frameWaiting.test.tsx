// @vitest-environment happy-dom
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import {
  after,
  ana,
  disclosed,
  draw,
  find,
  handoff,
  heard,
  left,
  reset,
  session,
  setUp,
  shown,
  write,
} from "./frameCast";
import { message } from "./server";

vi.mock("../../widget/src/chat", async () => ({ session: (await import("./frameCast")).session }));
beforeAll(setUp);
beforeEach(reset);

/** Asks for an answer at that address, and the server's word on it has come. */
function leave(email: string, code: string): void {
  find<HTMLInputElement>("#email").value = email;
  find<HTMLButtonElement>(".email [type=submit]").click();
  session.pending.value = [{ cmid: "c", state: "failed", code, frame: { type: "leave_message", email } }];
  draw();
}

test("who waits sees the place in line and the ways out", () => {
  const text = after(disclosed, handoff);
  for (const words of ["You’re number 2 in line", "E-mail me instead", "Go back to the bot"])
    expect(text).toContain(words);
});

test("who is passed on reads who continues, and of no broken line", () => {
  const joined = { kind: "agent_joined", agent: ana } as const;
  const text = after(disclosed, handoff, joined, left("transfer", { id: "b", name: "Ben Ode" }));
  expect(text).toMatch(/Ana left at .*Ben will continue.*Ben or a colleague will continue/s);
  expect(text).not.toContain("lost connection");
});

test("minutes are told only where they were measured, with what they go by, and a longer wait is admitted", () => {
  session.queue.value = { place: 2, wait: null };
  expect(after(disclosed, handoff)).not.toMatch(/minute/);
  session.queue.value = { place: 2, wait: { minutes: 4, measured: 22 } };
  expect(after(disclosed, handoff)).toContain("About 4 minutes, going by the last 22 waits.");
  session.queue.value = { place: 2, wait: { minutes: 9, measured: 22 } };
  expect(after(disclosed, handoff)).toContain("now about 9 minutes. Wait, or get an e-mail?");
});

test("whoever gets no answer is offered one by e-mail, also while a person has the chat", () => {
  const joined = { kind: "agent_joined", agent: ana } as const;
  const late = { kind: "unanswered", since: "2026-11-21T14:06:00Z" } as const;
  expect(after(disclosed, handoff, joined)).not.toContain("E-mail me instead");
  expect(after(disclosed, handoff, joined, late)).toContain("No answer yet. We’ve alerted the team.");
  expect(shown()).toContain("E-mail me instead");
  expect(after(disclosed, handoff, joined, late, message("agent", "Here I am"))).not.toContain("No answer yet");
});

test("an address that only the server refuses stays, with the reason beside it and the focus on it", () => {
  after(disclosed, handoff);
  find(".seat .button").click();
  draw();
  leave("a@b..com", "bad_field");
  const input = find<HTMLInputElement>("#email");
  expect([input.value, input.getAttribute("aria-invalid"), document.activeElement]).toEqual([
    "a@b..com",
    "true",
    input,
  ]);
  expect(find(`#${input.getAttribute("aria-describedby")}`).textContent).toMatch(/look like an e-mail address/);
  expect(shown()).not.toContain("didn’t work");
  leave("vera@lind.example", "bad_field");
  expect([session.leaveMessage.mock.lastCall, session.discard.mock.lastCall]).toEqual([["vera@lind.example"], ["c"]]);
});

test("a corrected address that the server refuses is told beside it, too", () => {
  after(disclosed, handoff, { kind: "message_left", reference: "7K4", email: "v@x", due_at: null });
  find(".ticket .link").click();
  draw();
  leave("a@b..com", "bad_field");
  expect(find("#email-bad")).toBe(find("[role=alert]"));
});

test("a message that is too long goes back into the field", () => {
  session.pending.value = [{ cmid: "c", state: "failed", code: "too_long", frame: { type: "send", text: "long" } }];
  after(disclosed);
  write("and more");
  find(".failed .link").click();
  draw();
  expect([find<HTMLTextAreaElement>("textarea").value, session.discard.mock.lastCall]).toEqual([
    "long\nand more",
    ["c"],
  ]);
  write("");
});

test("the end of a chat offers a person, too", () => {
  after(disclosed, { kind: "conversation_closed", how: "visitor", agent: null });
  find(".talk").click();
  expect(session.askPerson).toHaveBeenCalledOnce();
});

test("words begun for Ana are not the bot's unawares", () => {
  const joined = [disclosed, handoff, { kind: "agent_joined", agent: ana }] as const;
  expect(after(...joined)).not.toContain("what you send now");
  write("My PIN is");
  const ended = { kind: "conversation_closed", how: "resolved", agent: ana } as const;
  expect(after(...joined, ended)).toContain("Ana has left this chat. The bot reads what you send now.");
  expect(after(...joined, left("lost"))).toContain("A person will read what you send now.");
  expect(after(...joined)).not.toContain("what you send now");
  write("");
  write("Thank you");
  expect(after(...joined, ended)).toContain("Ana has left this chat.");
  write("");
  expect(shown()).not.toContain("Ana has left this chat.");
});

test("where people come first, nothing speaks of the bot, and nothing leads to it", () => {
  session.availability.value = { ...session.availability.value, people_first: true };
  const begins = after();
  expect([begins, find("textarea").getAttribute("placeholder")].join()).not.toMatch(/Ask the bot|whenever you like/);
  expect(begins).toContain("I’m a bot: automated, not a person. A person will read what you send now.");
  expect(after(disclosed, { ...handoff, notice: "people_first" })).not.toContain("Go back to the bot");
  const owed = { kind: "message_left", reference: "7K4", email: "v@x", due_at: null } as const;
  expect(after(disclosed, handoff, owed)).not.toContain("Ask the bot meanwhile");
  // A chat that began with the bot goes on with it.
  expect(after(disclosed)).toContain("Hello. I’m a bot");
});

test("where people come first, a person reads what is written after the end", () => {
  session.availability.value = { ...session.availability.value, people_first: true };
  const first = [disclosed, { ...handoff, notice: "people_first" }, { kind: "agent_joined", agent: ana }] as const;
  after(...first);
  write("My PIN is");
  const text = after(...first, { kind: "conversation_closed", how: "resolved", agent: ana });
  expect(text).toContain("A person will read what you send now.");
  write("");
});

test("words begun for the bot, and read by Ana: that is said; who waits for a person expects one", () => {
  after(disclosed);
  write("My name is");
  expect(after(disclosed, handoff)).toContain("A person will read what you send now.");
  expect(after(disclosed, handoff, { kind: "agent_joined", agent: ana })).toContain("Ana reads what you send now.");
  write("");
  after(disclosed, handoff);
  write("My name is");
  expect(after(disclosed, handoff, { kind: "agent_joined", agent: ana })).not.toContain("what you send now");
  write("");
});

test("what changes beside the talk is heard once, in a region that was there before it", () => {
  const joined = { kind: "agent_joined", agent: ana } as const;
  session.queue.value = { place: 3, wait: null };
  const region = find("[role=status]");
  after(disclosed, handoff);
  after(disclosed, handoff, joined);
  after(disclosed, handoff, joined, left("put_back"));
  draw();
  expect(heard().filter((words) => words === "You’re number 3 in line")).toHaveLength(2);
  expect(find("[role=status]")).toBe(region);
});

test("an idle chat says when it closes and that words keep it open", () => {
  after(disclosed, { kind: "inactivity_warned", closes_at: "2026-11-21T14:16:00Z" });
  expect(shown()).toMatch(/This chat closes at .* Write anything to keep it open\./);
});
