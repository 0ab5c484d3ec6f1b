// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ConsoleConfig } from "../../console/src/App";
import { Inbox } from "../../console/src/inbox/Inbox";
import { Keys } from "../../console/src/Keys";
import { Rail } from "../../console/src/Rail";
import { Seen } from "../../console/src/seen";
import { Conversation } from "../../console/src/thread/Conversation";
import { ana, ben, row, said, told } from "./consoleCast";
import { acts, button, drawn, find, newDesk, press, session, show, view, watched } from "./consoleScreen";

const asked = { kind: "handoff_requested", notice: "asked", agents_here: true, back_at: null } as const;
const joined = { kind: "agent_joined", agent: ana } as const;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  session.available.value = true;
  view.value = told(said("visitor", "When?"), asked, joined);
});
afterEach(() => {
  acts.splice(0);
  vi.useRealTimers();
});

function openChat(): void {
  show(<Conversation desk={newDesk()} watched={watched} />);
}

test("agents read their own Markdown as visitors do; visitors' words are only words", () => {
  const text = "See **our page**:\n- https://shop.example/a";
  view.value = told(said("visitor", text), said("agent", text, { author: ben }), said("bot", text));
  openChat();
  for (const who of ["agent", "bot"]) {
    expect(find(`.${who} .rich strong`).textContent).toBe("our page");
    expect(find(`.${who} a`).getAttribute("href")).toBe("https://shop.example/a");
  }
  expect(find(".visitor .bubble").innerHTML).toBe(text);
});

test("Escape right after opening closes a menu, and a dialog that was just closed opens again", async () => {
  openChat();
  button("Transfer").click();
  await drawn();
  press("Escape");
  await drawn();
  expect(button("Transfer").getAttribute("aria-expanded")).toBe("false");
  for (const open of [true, false, true]) {
    if (open) button("Resolve").click();
    else press("Escape", find("dialog"));
    await drawn();
    expect(document.querySelector("dialog[open]") !== null).toBe(open);
  }
});

test("a dialog opened again before it was drawn shut is open", async () => {
  show(<Keys />);
  button("Keyboard").click();
  await drawn();
  press("Escape", find("dialog"));
  button("Keyboard").click();
  await drawn();
  expect(find("dialog").hasAttribute("open")).toBe(true);
});

test("while a verb is under way its button keeps the focus, and does nothing a second time", async () => {
  openChat();
  button("Put back").focus();
  button("Put back").click();
  await drawn();
  button("Put back").click();
  expect(document.activeElement).toBe(button("Put back"));
  expect([acts.length, button("Put back").getAttribute("aria-disabled")]).toEqual([1, "true"]);
});

test("a chat that can't be resolved keeps its goodbye, and says why", async () => {
  openChat();
  button("Resolve").click();
  await drawn();
  find("dialog form").dispatchEvent(new Event("submit", { cancelable: true }));
  acts[0]?.({ ok: false, code: "unavailable", by: null });
  await vi.advanceTimersByTimeAsync(0);
  expect(find("dialog [role=alert]").textContent).toMatch(/^The server can’t answer/);
});

const config = { me: { id: "ana", name: "Ana" }, site_name: "Marlpit" } as ConsoleConfig;

test("whether I take chats is not shown before the server has said it", async () => {
  session.available.value = null;
  show(<Rail desk={newDesk()} config={config} />);
  expect([document.querySelector("[role=switch]"), find(".switch").textContent]).toEqual([null, "Connecting…"]);
  session.available.value = false;
  await drawn();
  expect(find("[role=switch]").getAttribute("aria-checked")).toBe("false");
});

test("without a connection the switch can't be turned, and says so", async () => {
  session.connection.value = { kind: "offline", retryAt: 0 };
  show(<Rail desk={newDesk()} config={config} />);
  find("[role=switch]").click();
  expect(session.setAvailable).not.toHaveBeenCalled();
  const why = find("[role=switch]").getAttribute("aria-describedby");
  expect(document.getElementById(why ?? "")?.textContent).toBe("Not while there is no connection.");
  session.connection.value = { kind: "online", via: "socket" };
});

test("the inbox says that the site is closed, and who in line has left", async () => {
  session.opening.value = { type: "opening", open: false, opens_at: null };
  session.rows.value = [row("c1", "waiting"), row("c2", "waiting")];
  session.left.value = new Map([["c2", null]]);
  show(<Inbox desk={newDesk()} seen={new Seen(newDesk())} />);
  expect(find(".inbox .closed").textContent).toBe("Closed by your hours: visitors are told so.");
  expect(find("[data-conversation=c2] .why").textContent).toContain("Left the page");
  expect(find("[data-conversation=c1] .why").textContent).not.toContain("Left");
  session.opening.value = null;
});
