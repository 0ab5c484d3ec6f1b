import { expect, test, vi } from "vitest";
import type { Outcome } from "../../chat/client/types";
import { actionOf, carryOut, firstChoice } from "../../console/src/leaving";
import { ana, row } from "./consoleCast";

const vera = row("a", "human", { agent: ana });
const goodbye = " Bye, Vera. ";

test.each([
  ["keep", null],
  ["put_back", { type: "put_back", conversation: "a" }],
  ["resolve", { type: "resolve", conversation: "a", goodbye: "Bye, Vera." }],
] as const)("going, one can %s a chat", (fate, action) => {
  expect(actionOf(vera, { fate, goodbye })).toEqual(action);
});

test("without a choice, nobody waits for somebody who has gone", () => {
  expect([firstChoice("away").fate, firstChoice("sign_out").fate]).toEqual(["keep", "put_back"]);
});

test("what couldn't be done is told by name, and the rest is done", async () => {
  const refused: Outcome = { ok: false, code: "not_yours", by: null };
  const act = vi.fn().mockResolvedValueOnce(refused).mockResolvedValue({ ok: true, seq: 1 });
  const choice = { fate: "put_back", goodbye } as const;
  const problems = await carryOut({ act }, [
    [vera, choice],
    [row("b", "human"), choice],
  ]);
  expect(problems).toEqual(["Vera: This chat isn’t with you any more."]);
  expect(act).toHaveBeenCalledTimes(2);
});
