import fc from "fast-check";
import { expect, test } from "vitest";
import { parseInline, parseMarkdown } from "../../chat/client/markdown";

const hrefs = (source: string) => parseInline(source).flatMap(({ href }) => href ?? []);
const plain = (source: string) =>
  parseInline(source)
    .map(({ text }) => text)
    .join("");

test("paragraphs, lists, bold and links become data", () => {
  const blocks = parseMarkdown("Open **daily**.\n\n- one\n- [two](/visit/)");
  expect(blocks.map(({ kind }) => kind)).toEqual(["p", "li", "li"]);
  expect(blocks[0]?.parts).toMatchObject([{ text: "Open " }, { text: "daily", strong: true }, { text: "." }]);
  expect(blocks[2]?.parts).toMatchObject([{ text: "two", href: "/visit/" }]);
});

test("a bare address ends before its sentence does", () => {
  expect(hrefs("See https://shop.example/a, or (https://shop.example/b).")).toEqual([
    "https://shop.example/a",
    "https://shop.example/b",
  ]);
});

test.each([
  "javascript:alert(1)",
  "JavaScript:alert(1)",
  "data:text/html,x",
  "vbscript:x",
  "file:///etc/passwd",
  "//evil.example",
  "\tjavascript:x",
])("[x](%s) stays text", (target) => {
  expect(hrefs(`[x](${target})`)).toEqual([]);
});

test("of pictures only those that were uploaded are shown", () => {
  expect(parseInline("See ![a pot](/pictures/01a2-b.webp).")).toMatchObject([
    { text: "See " },
    { text: "a pot", picture: "/pictures/01a2-b.webp" },
    { text: "." },
  ]);
  for (const target of ["https://elsewhere.example/x.webp", "/pictures/../x.webp", "/x.webp", "//pictures/a.webp"]) {
    expect(parseInline(`![a pot](${target})`)).toEqual([{ at: 0, text: `![a pot](${target})` }]);
  }
});

test("markup stays the text that it is", () => {
  expect(plain("<img src=x onerror=alert(1)>")).toBe("<img src=x onerror=alert(1)>");
});

test("nothing that was written is lost, whatever it is", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const linked = parseInline(text).some(({ href, strong, picture }) => href ?? strong ?? picture);
      fc.pre(!linked);
      expect(plain(text)).toBe(text);
    }),
  );
});
