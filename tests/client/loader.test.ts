// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const ORIGIN = "https://chat.example";

const host = () => document.querySelector("candid-chat");
const shadow = () => host()?.shadowRoot as ShadowRoot;
const launcher = () => shadow().querySelector("button") as HTMLButtonElement;
const frame = () => shadow().querySelector("iframe") as HTMLIFrameElement;
const panel = () => shadow().querySelector("#panel") as HTMLDialogElement;

/** The test's window can be resized. */
const { happyDOM } = window as unknown as { happyDOM: { setViewport(size: { width: number; height: number }): void } };

/** Stands for the frame's window: no server is asked here. */
const inFrame = { postMessage: vi.fn() };

/** No frame is really loaded: its address is only kept. */
Object.defineProperty(HTMLIFrameElement.prototype, "src", {
  get(this: HTMLIFrameElement) {
    return this.dataset.src;
  },
  set(this: HTMLIFrameElement, address: string) {
    this.dataset.src = address;
  },
});

function fromFrame(data: unknown, origin = ORIGIN, source: unknown = inFrame): void {
  window.dispatchEvent(new MessageEvent("message", { data, origin, source: source as Window }));
}

const state = (more: object) => ({
  candid: 1,
  type: "state",
  look: "bot",
  initials: "",
  unread: 0,
  open: false,
  ...more,
});

/** A page with our script on it; `data` are the script's attributes. */
async function visit(data: Record<string, string> = {}): Promise<void> {
  if (host()) window.Candid?.("destroy");
  vi.resetModules();
  const script = document.createElement("script");
  script.type = "text/plain";
  Object.assign(script.dataset, { site: "KEY", ...data });
  Object.defineProperty(script, "src", { value: `${ORIGIN}/widget.js` });
  document.body.replaceChildren(script);
  await import("../../widget/src/loader");
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.spyOn(HTMLIFrameElement.prototype, "contentWindow", "get").mockReturnValue(inFrame as unknown as Window);
  await visit();
});

afterEach(() => {
  window.Candid?.("destroy");
  location.hash = "";
  localStorage.clear();
  document.documentElement.style.overflow = "";
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("before the first click there is a launcher, and no frame", () => {
  expect(launcher().ariaLabel).toBe("Open chat");
  expect(launcher().ariaExpanded).toBe("false");
  expect(frame()).toBeNull();
});

test("a double click opens", () => {
  for (const detail of [1, 2]) launcher().dispatchEvent(new MouseEvent("click", { detail }));
  expect(panel().open).toBe(true);
});

test("the first click makes the frame, once, with its site and a title", () => {
  launcher().click();
  launcher().click();
  launcher().click();
  expect(shadow().querySelectorAll("iframe")).toHaveLength(1);
  expect(frame().src).toContain(`${ORIGIN}/widget/frame/?site=KEY`);
  expect(frame().title).toBe("Chat");
});

test("Escape in the frame closes, and focus is back on the launcher", () => {
  launcher().click();
  fromFrame({ candid: 1, type: "close" });
  expect(panel().open).toBe(false);
  expect(shadow().activeElement).toBe(launcher());
});

test.each([
  ["another origin", () => fromFrame({ candid: 1, type: "close" }, "https://chat.example.evil")],
  ["another window", () => fromFrame({ candid: 1, type: "close" }, ORIGIN, window)],
  ["another shape", () => fromFrame({ type: "close" })],
  ["no object", () => fromFrame("close")],
])("a message of %s is ignored", (_name, send) => {
  launcher().click();
  send();
  expect(panel().open).toBe(true);
});

test("what is told to the frame is told to our origin alone, and only once it is ready", () => {
  launcher().click();
  expect(inFrame.postMessage).not.toHaveBeenCalled();
  fromFrame({ candid: 1, type: "ready" });
  expect(inFrame.postMessage).toHaveBeenLastCalledWith({ candid: 1, type: "shown" }, ORIGIN);
  expect(inFrame.postMessage.mock.calls.every(([, target]) => target === ORIGIN)).toBe(true);
});

test("the launcher shows who is talking and how much is unread, as text", () => {
  launcher().click();
  launcher().click();
  fromFrame(state({ look: "human", initials: "<b>", unread: 2, open: true }));
  expect(launcher().textContent).toBe("<b>2");
  expect(launcher().ariaLabel).toBe("Open chat (2 new)");
});

test("an open chat leaves one mark in the page's storage, and a closed one none", () => {
  launcher().click();
  fromFrame(state({ open: true }));
  expect(Object.keys(localStorage)).toEqual(["candid:open"]);
  fromFrame(state({ open: false }));
  expect(Object.keys(localStorage)).toEqual([]);
});

test("on the next page an open chat is there again, unseen, so that its launcher can tell", async () => {
  localStorage.setItem("candid:open", "1");
  await visit();
  expect(panel().open).toBe(false);
  expect(frame().src).toMatch(/#hidden$/);
});

test("a frame that never gets ready leaves another try, the owner's addresses and the way out", async () => {
  await visit({ email: "hello@shop.example", phone: "+44 20 555" });
  launcher().click();
  vi.advanceTimersByTime(8_000);
  expect(panel().textContent).toBe("The chat did not load.Try againhello@shop.example+44 20 555Close chat");
  expect([...panel().querySelectorAll("a")].map(({ href }) => href)).toEqual([
    "mailto:hello@shop.example",
    "tel:+4420555",
  ]);
  panel().querySelector("button")?.click();
  expect(frame()).not.toBeNull();
});

test("the page steers it by one global, and hears what happens", async () => {
  const heard: unknown[] = [];
  const note = (name: string) => (detail: object) => heard.push([name, detail]);
  for (const name of ["open", "unread", "agent:joined", "close"]) window.Candid?.("on", name, note(name));
  window.Candid?.("open");
  window.Candid?.("nonsense");
  fromFrame(state({ unread: 3 }));
  fromFrame({ candid: 1, type: "event", name: "agent:joined", detail: { name: "Ana" } });
  window.Candid?.("close");
  await Promise.resolve();
  expect(heard).toEqual([
    ["open", {}],
    ["unread", { count: 3 }],
    ["agent:joined", { name: "Ana" }],
    ["close", {}],
  ]);
});

test("what was asked of it before it came is done when it comes", async () => {
  const ready = vi.fn();
  window.Candid?.("destroy");
  window.Candid = Object.assign(() => undefined, { q: [["on", "ready", ready], ["open"]] });
  await visit();
  expect(panel().open).toBe(true);
  expect(ready).toHaveBeenCalledOnce();
});

test("who no longer listens is told nothing", async () => {
  const listener = vi.fn();
  window.Candid?.("on", "open", listener);
  window.Candid?.("off", "open", listener);
  window.Candid?.("open");
  await Promise.resolve();
  expect(listener).not.toHaveBeenCalled();
});

test("the link from our mails opens the chat", async () => {
  location.hash = "#candid";
  await visit();
  expect(panel().open).toBe(true);
});

test("the launcher makes way for what has the keyboard's focus beneath it", () => {
  const field = document.body.appendChild(document.createElement("input"));
  field.focus();
  expect(host()?.hasAttribute("aside")).toBe(false);
  launcher().getBoundingClientRect = () => new DOMRect(100, 100, 60, 60);
  field.getBoundingClientRect = () => new DOMRect(110, 110, 200, 30);
  field.blur();
  field.focus();
  expect(host()?.hasAttribute("aside")).toBe(true);
});

test("on a phone it is modal, and the page behind stands still until it closes", () => {
  document.documentElement.style.overflow = "clip";
  happyDOM.setViewport({ width: 390, height: 800 });
  launcher().click();
  expect([panel().ariaModal, document.documentElement.style.overflow]).toEqual(["true", "hidden"]);
  launcher().click();
  expect(document.documentElement.style.overflow).toBe("clip");
  happyDOM.setViewport({ width: 1200, height: 800 });
});

test("destroy leaves nothing behind", () => {
  window.Candid?.("destroy");
  expect(host()).toBeNull();
  expect(window.Candid).toBeUndefined();
});
