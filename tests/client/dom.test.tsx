// @vitest-environment happy-dom
/** @jsxImportSource ../../widget/src/dom */
import { beforeEach, expect, test, vi } from "vitest";
import type { Child } from "../../widget/src/dom/jsx-runtime";
import { drawInto } from "../../widget/src/dom/render";

const root = document.body;
let show: (what: Child) => void;
const lines = (...names: string[]) => (
  <ol>
    {names.map((name) => (
      <li key={name}>{name}</li>
    ))}
  </ol>
);
const nodes = () => [...root.querySelectorAll("li")];

beforeEach(() => {
  root.replaceChildren();
  show = drawInto(root);
});

test("lines keep their nodes when others come before, between and after them, or go", () => {
  show(lines("a", "b"));
  const [a, b] = nodes();
  show(lines("new", "a", "between", "b", "last"));
  expect(root.textContent).toBe("newabetweenblast");
  expect([nodes()[1], nodes()[3]]).toEqual([a, b]);
  show(lines("b"));
  expect(nodes()).toEqual([b]);
});

test("what appears beside it leaves a field its focus and its text", () => {
  const field = (more: boolean) => (
    <form>
      {more && <p>more</p>}
      <input />
    </form>
  );
  show(field(false));
  const input = root.querySelector("input") as HTMLInputElement;
  input.focus();
  input.value = "typed";
  show(field(true));
  expect([document.activeElement, root.querySelector("input")?.value]).toEqual([input, "typed"]);
});

test("another kind of element takes the place of the one before", () => {
  show(<p>one</p>);
  show(<b>two</b>);
  expect([root.children.length, root.firstElementChild?.tagName, root.textContent]).toEqual([1, "B", "two"]);
});

test("attributes come and go; a false ARIA state is said, not left out", () => {
  show(<button type="button" class="a" disabled aria-expanded={false} />);
  const button = root.querySelector("button") as HTMLButtonElement;
  expect([button.className, button.disabled, button.getAttribute("aria-expanded")]).toEqual(["a", true, "false"]);
  show(<button type="button" class={undefined} disabled={false} aria-expanded={true} />);
  expect([button.className, button.disabled, button.getAttribute("aria-expanded")]).toEqual(["", false, "true"]);
});

test("the handler drawn last is the one that is called", () => {
  const [before, now] = [vi.fn(), vi.fn()];
  for (const onClick of [before, now]) show(<button type="button" onClick={onClick} />);
  root.querySelector("button")?.click();
  expect([before.mock.calls.length, now.mock.calls.length]).toEqual([0, 1]);
});

test("a field shows the text that is drawn, also after somebody typed", () => {
  show(<textarea value="" />);
  const field = root.querySelector("textarea") as HTMLTextAreaElement;
  field.value = "typed";
  show(<textarea value="" />);
  expect(field.value).toBe("");
});

test("markup in a text stays text", () => {
  show(<p>{"<b>bold</b>"}</p>);
  expect([root.querySelector("b"), root.textContent]).toEqual([null, "<b>bold</b>"]);
});

test("drawings inside a sentence are drawn as such", () => {
  show(
    <svg viewBox="0 0 2 2" aria-hidden="true">
      <path d="M0 0h1" />
    </svg>,
  );
  expect(root.querySelector("path")?.namespaceURI).toBe("http://www.w3.org/2000/svg");
  expect(root.querySelector("svg")?.getAttribute("viewBox")).toBe("0 0 2 2");
});

test("who holds an element gets it once, when it can be focused", () => {
  const hold = vi.fn((element: HTMLInputElement) => element.focus());
  const form = (
    <form>
      <input ref={hold} />
    </form>
  );
  for (const _ of [1, 2]) show(form);
  expect(hold).toHaveBeenCalledOnce();
  expect(document.activeElement).toBe(root.querySelector("input"));
});

test("the second click of a double click does not hit what took the first one's place", () => {
  const [instead, sent] = [vi.fn(), vi.fn((event: Event) => event.preventDefault())];
  const form = (
    <form onSubmit={sent}>
      <button type="submit">Send</button>
    </form>
  );
  const click = (detail: number) =>
    root.querySelector("button")?.dispatchEvent(new MouseEvent("click", { detail, bubbles: true, cancelable: true }));
  instead.mockImplementation(() => show(form));
  show(
    <button type="button" onClick={instead}>
      E-mail me instead
    </button>,
  );
  for (const detail of [1, 2]) click(detail);
  expect([instead.mock.calls.length, sent.mock.calls.length]).toEqual([1, 0]);
  click(1);
  expect(sent).toHaveBeenCalledOnce();
});
