// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import type { BotDraft } from "../../chat/client/generated/wire";
import { Conversation } from "../../console/src/thread/Conversation";
import { draftNote } from "../../console/src/thread/Draft";
import { ana, said, told } from "./consoleCast";
import { acts, button, drawn, find, newDesk, session, show, view, watched } from "./consoleScreen";

const asked = { kind: "handoff_requested", notice: "people_first", agents_here: true, back_at: null } as const;
const joined = { kind: "agent_joined", agent: ana } as const;
const draft: BotDraft = {
  ...{
    kind: "bot_draft",
    in_reply_to: 1,
    decision: "answer",
    text: "From nine to six.",
    code: null,
    choices: [],
    answers: [],
  },
  ...{ source: { entry_id: "e1", title: "Opening hours" }, confidence: 0.824, quote: "", reason: null },
};
const judged = (right: boolean) => ({ kind: "answer_judged", agent: ana, in_reply_to: 1, right }) as const;

beforeEach(() => {
  view.value = told(said("visitor", "When?"), asked, joined, draft);
  show(<Conversation desk={newDesk()} watched={watched} />);
});

test.each<[string, Partial<BotDraft>]>([
  ["The bot would say this, 82 % sure", {}],
  ["The bot would ask back, 82 % sure of its first guess", { choices: [{ entry_id: "e2", title: "Sundays" }] }],
  ["The bot would ask for a person. Seems upset: “third time”", { reason: "frustration", quote: "third time" }],
])("a draft says how sure it is and why it would ask a person: %s", (words, rest) => {
  expect(draftNote({ ...draft, ...rest })).toBe(words);
});

test("an agent takes the draft over, after what was already written", async () => {
  const field = find("textarea") as HTMLTextAreaElement;
  field.value = "Hi.";
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  button("Use as reply").click();
  await drawn();
  expect(field.value).toBe("Hi.\n\nFrom nine to six.");
});

test("an agent sends the answer to one of the entries that the bot would have offered", async () => {
  const choices = ["Opening hours", "Sundays"].map((title) => ({ entry_id: title, title }));
  const unsure = { ...draft, decision: "clarify", text: "", code: "bot_unsure", source: null } as const;
  view.value = told(said("visitor", "When?"), asked, joined, { ...unsure, choices, answers: ["Nine.", "Never."] });
  await drawn();
  find('[aria-label="Use the answer to “Sundays” as reply"]').click();
  await vi.waitFor(() => expect((find("textarea") as HTMLTextAreaElement).value).toBe("Never."));
});

test("an agent judges it once, and the latest word shows", async () => {
  const act = vi.spyOn(session, "act");
  show(<Conversation desk={newDesk()} watched={watched} />);
  button("Wrong").click();
  button("Wrong").click();
  expect(act).toHaveBeenCalledWith({ type: "judge", seq: 1, right: false, conversation: "c1" });
  acts.pop()?.({ ok: true, seq: 6 });
  view.value = told(said("visitor", "When?"), asked, joined, draft, judged(true), judged(false));
  await drawn();
  expect(button("Wrong").getAttribute("aria-pressed")).toBe("true");
  button("Wrong").click();
  expect(act).toHaveBeenCalledOnce();
});
