// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import { Bot } from "../../console/src/bot/Bot";
import { type Effect, effectWords, listed, type Told } from "../../console/src/bot/settings";
import { faultIn, hoursOf, isClosed, type Shift, type ShiftFault, weekOf } from "../../console/src/bot/week";
import { button, find, show } from "./consoleScreen";

const config = { origin: "", build: "", protocol: 1, site: null, site_name: "Shop", csrf_token: "t", sign_out_url: "" };
const me = { id: "1", name: "Olga", role: "owner" };
const effects = [-2, -1, 0, 1, 2].map((eagerness) => ({
  ...{ eagerness, turns: 120, answered: 0.5 + eagerness / 10, judged: 14, right: 0.93 },
}));
const told: Told = {
  ...{ dial: "bot_first", dial_closed: "people_first", rehearsal: false, eagerness: 0 },
  ...{ sensitive_topics: ["refund"], page_rules: [], effects },
  ...{ hours: { mon: [["9:00", "24:00"]], tue: [["13:00", "17:00"]] }, time_zone: "Europe/London" },
  suggested_topics: [{ topic: "outage", words: ["outage", "site is down"] }],
};
const server = vi.fn<(method: string, body: unknown) => [number, unknown]>();

beforeEach(async () => {
  server
    .mockReset()
    .mockImplementation((method, body) => [200, method === "PATCH" ? { ...told, ...(body as object) } : told]);
  // Four hundred options are slow to make here.
  vi.spyOn(Intl, "supportedValuesOf").mockReturnValue(["Europe/London"]);
  vi.stubGlobal("fetch", async (_url: string, { method, body }: RequestInit) => {
    const [status, said] = server(method ?? "", body && JSON.parse(String(body)));
    return new Response(JSON.stringify(said), { status });
  });
  show(<Bot config={{ ...config, me }} />);
  await vi.waitFor(() => find(".sheet"));
});

const notice = (): string => find(".bot-page [role=status]").textContent ?? "";

test.each<[Partial<Effect>, string]>([
  [{ answered: null }, "Nobody has asked anything yet, so there is nothing to measure this on."],
  [
    { right: null },
    "It would have answered 62 % of your last 120 questions itself. Nobody has said yet which of those answers were right.",
  ],
  [
    {},
    "It would have answered 62 % of your last 120 questions itself. Of the 14 that somebody judged, 93 % were right.",
  ],
])("the slider's effect in words: %o", (rest, words) => {
  expect(effectWords({ eagerness: 0, turns: 120, answered: 0.62, judged: 14, right: 0.93, ...rest })).toBe(words);
});

test("the slider says what it would have meant while it is moved, and stores where it is let go", async () => {
  const slider = find("[type=range]") as HTMLInputElement;
  slider.value = "2";
  slider.dispatchEvent(new Event("input", { bubbles: true }));
  await vi.waitFor(() => expect(find(".sheet").textContent).toContain("answered 70 %"));
  expect(server).toHaveBeenCalledOnce();
  slider.dispatchEvent(new Event("change", { bubbles: true }));
  await vi.waitFor(() => expect(notice()).toContain("Saved"));
  expect(server).toHaveBeenLastCalledWith("PATCH", { eagerness: 2 });
});

test("a suggested topic is added to those that are there", async () => {
  button("outage").click();
  await vi.waitFor(() => expect(notice()).toContain("Saved"));
  expect(server).toHaveBeenLastCalledWith("PATCH", {
    sensitive_topics: ["refund", "outage", "site is down"],
    was: { sensitive_topics: ["refund"] },
  });
});

test("what is written and not saved outlasts a look at the chats, and goes with a suggestion", async () => {
  const page = { ...config, me };
  show(<Bot config={page} />);
  const field = await vi.waitFor(() => find(".sheet textarea") as HTMLTextAreaElement);
  field.value = "refund\nswan";
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  show(<Bot config={page} />);
  await vi.waitFor(() => expect(server).toHaveBeenCalledTimes(3));
  expect((find(".sheet textarea") as HTMLTextAreaElement).value).toBe("refund\nswan");
  button("outage").click();
  await vi.waitFor(() => expect(notice()).toContain("Saved"));
  const sensitive_topics = ["refund", "swan", "outage", "site is down"];
  expect(server).toHaveBeenLastCalledWith("PATCH", { sensitive_topics, was: { sensitive_topics: ["refund"] } });
});

test.each([
  [403, "Only an owner"],
  [400, "can’t be read"],
  [500, "didn’t answer"],
])("a refusal with %i is said, and nothing looks stored", async (status, words) => {
  server.mockReturnValue([status, {}]);
  button("Rehearsal").click();
  await vi.waitFor(() => expect(notice()).toContain(words));
  expect(button("Rehearsal").getAttribute("aria-checked")).toBe("false");
});

test("a choice that was refused isn't shown as made", async () => {
  server.mockReturnValue([500, {}]);
  const choice = [...document.querySelectorAll<HTMLInputElement>("[name=dial]")];
  choice[2]?.click();
  await vi.waitFor(() => expect(notice()).toContain("didn’t answer"));
  expect(choice.map(({ checked }) => checked)).toEqual([true, false, false]);
});

test("a lead reads it, and is told who may change it", async () => {
  show(<Bot config={{ ...config, me: { ...me, role: "lead" } }} />);
  await vi.waitFor(() => expect(find(".sheet").textContent).toContain("Only an owner"));
  expect(find(".sheet").matches(":disabled")).toBe(true);
});

const time = (name: string): HTMLInputElement => find(`[type=time][aria-label="${name}"]`) as HTMLInputElement;

async function hoursAreSaved(): Promise<void> {
  await vi.waitFor(() => expect(button("Save your hours").getAttribute("aria-disabled")).toBeNull());
  button("Save your hours").click();
}

test("hours are stored as one; a day's are copied to the other open ones", async () => {
  expect(time("Monday to").value).toBe("00:00");
  button("Copy to all open days").click();
  await hoursAreSaved();
  await vi.waitFor(() => expect(notice()).toContain("Visitors and agents are told now"));
  const day = [["09:00", "24:00"]];
  const hours = { mon: day, tue: day, wed: [], thu: [], fri: [], sat: [], sun: [] };
  const was = { hours: told.hours, time_zone: "Europe/London" };
  expect(server).toHaveBeenLastCalledWith("PATCH", { hours, time_zone: "Europe/London", was });
});

test("hours that end before they begin are named where they stand, and nothing is sent", async () => {
  const to = time("Tuesday to");
  to.value = "12:00";
  to.dispatchEvent(new Event("input", { bubbles: true }));
  await hoursAreSaved();
  await vi.waitFor(() => expect(document.activeElement?.getAttribute("aria-label")).toBe("Tuesday from"));
  const help = document.activeElement?.getAttribute("aria-describedby");
  expect(document.getElementById(help ?? "")?.textContent).toContain("ends before it begins");
  expect(server).toHaveBeenCalledOnce();
});

test("hours that can't be saved don't stand beside an older “Saved”", async () => {
  await press("Rehearsal");
  await vi.waitFor(() => expect(notice()).toContain("Saved"));
  const to = time("Tuesday to");
  to.value = "12:00";
  to.dispatchEvent(new Event("input", { bubbles: true }));
  await hoursAreSaved();
  await vi.waitFor(() => expect(document.activeElement?.getAttribute("aria-label")).toBe("Tuesday from"));
  expect(notice()).toBe("");
});

test("what is wrong with a list is said until that list is saved anew", async () => {
  server.mockReturnValueOnce([400, { fields: { sensitive_topics: {} } }]);
  await savesTopics("x".repeat(81));
  const fault = (): string | undefined =>
    find(".sheet textarea").closest("form")?.querySelector(".problems")?.textContent;
  await vi.waitFor(() => expect(fault()).toContain("at most 100 topics"));
  await press("Rehearsal");
  await vi.waitFor(() => expect(notice()).toContain("Saved"));
  expect(fault()).toContain("at most 100 topics");
  await savesTopics("x");
  await vi.waitFor(() => expect(fault()).toBeUndefined());
});

test.each<[Shift[], ShiftFault | null]>([
  [
    [
      ["09:00", "12:00"],
      ["12:00", "00:00"],
    ],
    null,
  ],
  [[["00:00", "00:00"]], null],
  [[["09:00", ""]], "empty"],
  [[["22:00", "02:00"]], "order"],
  [
    [
      ["13:00", "18:00"],
      ["09:00", "13:30"],
    ],
    "overlap",
  ],
])("%j: %s", (shifts, fault) => {
  expect(faultIn(shifts)).toBe(fault);
});

test("no hours are always open, and an empty week never is", () => {
  expect(hoursOf(weekOf({}))).toEqual({});
  expect(isClosed(weekOf({ mon: [] })) && Object.keys(hoursOf(weekOf({ mon: [] })))).toHaveLength(7);
});

/** Writes into "Topics for people". */
function writeTopics(text: string): void {
  const field = find(".sheet textarea") as HTMLTextAreaElement;
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

async function press(name: string): Promise<void> {
  await vi.waitFor(() => expect(button(name).getAttribute("aria-disabled")).toBeNull());
  button(name).click();
}

const save = (): HTMLElement => find(".sheet textarea").closest("form")?.querySelector("[type=submit]") as HTMLElement;
const theirs = { ...told, sensitive_topics: ["lawyer"], hours: {} };
const refused: [number, unknown] = [409, { code: "not_now", current: theirs }];
const conflict = (): string => find(".conflict[role=alert]").textContent ?? "";
const topics = (): string => (find(".sheet textarea") as HTMLTextAreaElement).value;

async function savesTopics(text: string): Promise<void> {
  writeTopics(text);
  await vi.waitFor(() => expect(save().getAttribute("aria-disabled")).toBeNull());
  save().click();
}

test.each<[string, readonly string[]]>([
  ["Save mine instead", ["refund", "swan"]],
  ["Put both together", ["swan", "lawyer"]],
])("a list that was saved elsewhere meanwhile isn't overwritten unseen: %s", async (choice, sent) => {
  server.mockReturnValueOnce(refused);
  await savesTopics("refund\nswan");
  await vi.waitFor(() => expect(conflict()).toContain("Added: lawyerRemoved: refund"));
  expect(notice()).toContain("isn’t saved");
  expect(server.mock.lastCall?.[1]).toMatchObject({ was: { sensitive_topics: ["refund"] } });
  await press(choice);
  await vi.waitFor(() => expect(document.activeElement).toBe(find(".sheet textarea")));
  if (choice === "Put both together") await savesTopics(topics());
  await vi.waitFor(() => expect(notice()).toContain("Saved"));
  const was = { sensitive_topics: theirs.sensitive_topics };
  expect(server).toHaveBeenLastCalledWith("PATCH", { sensitive_topics: sent, was });
  expect(document.querySelector(".conflict")).toBeNull();
});

test("what another setting's answer brings along counts as unread where somebody is writing", async () => {
  writeTopics("swan");
  server.mockReturnValueOnce([200, theirs]);
  button("Rehearsal").click();
  await vi.waitFor(() => expect(conflict()).toContain("lawyer"));
  expect(save().getAttribute("aria-disabled")).toBe("true");
  button("Take what is stored").click();
  await vi.waitFor(() => expect(topics()).toBe("lawyer"));
});

test("a suggested topic that is written by hand is no longer offered", async () => {
  writeTopics("refund\n Outage ");
  await vi.waitFor(() => expect(find(".sheet").textContent).not.toContain("Often added"));
});

test("a suggestion that meets another list waits in its field", async () => {
  server.mockReturnValueOnce(refused);
  button("outage").click();
  await vi.waitFor(() => expect(conflict()).toContain("lawyer"));
  expect(topics()).toContain("outage");
});

test("hours that were saved elsewhere meanwhile are shown", async () => {
  button("Copy to all open days").click();
  server.mockReturnValueOnce(refused);
  await hoursAreSaved();
  await vi.waitFor(() => expect(conflict()).toContain("Always open"));
  const was = { hours: told.hours, time_zone: told.time_zone };
  expect(server.mock.lastCall?.[1]).toMatchObject({ was });
  button("Take what is stored").click();
  await vi.waitFor(() => expect(document.querySelector("[type=time]")).toBeNull());
});

test("a page that is none is named where it stands, with what to do", async () => {
  const field = [...document.querySelectorAll<HTMLTextAreaElement>(".sheet textarea")][1] as HTMLTextAreaElement;
  field.value = "https://other.example/x";
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  const fault = { why: "other_site", rule: "https://other.example/x" };
  server.mockReturnValueOnce([400, { code: "bad_field", fields: { page_rules: fault } }]);
  await vi.waitFor(() => field.closest("form")?.requestSubmit());
  const help = document.getElementById(field.getAttribute("aria-describedby") ?? "");
  await vi.waitFor(() => expect(help?.textContent).toContain("“https://other.example/x” is on another website"));
  expect(field.getAttribute("aria-invalid")).toBe("true");
});

test("a list is its lines with words, each once", () => {
  expect(listed([" refund ", "", "refund", "complaint "])).toEqual(["refund", "complaint"]);
});
