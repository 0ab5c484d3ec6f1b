// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const ORIGIN = "https://chat.example";

const host = () => document.querySelector("candid-chat");
const shadow = () => host()?.shadowRoot as ShadowRoot;
const launcher = () => shadow().querySelector("button") as HTMLButtonElement;
const frame = () => shadow().querySelector("iframe") as HTMLIFrameElement;
const panel = () => shadow().querySelector("#panel") as HTMLElement;

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

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  vi.spyOn(HTMLIFrameElement.prototype, "contentWindow", "get").mockReturnValue(inFrame as unknown as Window);
  const script = document.createElement("script");
  script.type = "text/plain";
  script.dataset.site = "KEY";
  Object.defineProperty(script, "src", { value: `${ORIGIN}/widget.js` });
  document.body.replaceChildren(script);
  await import("../../widget/src/loader");
});

afterEach(() => {
  window.Candid?.("destroy");
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("before the first click there is a launcher, and no frame", () => {
  expect(launcher().ariaLabel).toBe("Open chat");
  expect(launcher().ariaExpanded).toBe("false");
  expect(frame()).toBeNull();
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
  expect(panel().hidden).toBe(true);
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
  expect(panel().hidden).toBe(false);
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

test("a frame that never gets ready is not left blank", () => {
  launcher().click();
  vi.advanceTimersByTime(8_000);
  expect(panel().textContent).toContain("The chat did not load.");
  panel().querySelector("button")?.click();
  expect(frame()).not.toBeNull();
});

test("the page steers it by one global, also before the script came", () => {
  const heard: boolean[] = [];
  window.Candid?.("on", (open: boolean) => heard.push(open));
  window.Candid?.("open");
  window.Candid?.("nonsense");
  window.Candid?.("close");
  expect(heard).toEqual([true, false]);
});

test("destroy leaves nothing behind", () => {
  window.Candid?.("destroy");
  expect(host()).toBeNull();
  expect(window.Candid).toBeUndefined();
});
