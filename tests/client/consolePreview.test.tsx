// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { Preview } from "../../console/src/knowledge/Preview";
import { filled } from "../../console/src/knowledge/placeholders";
import { find, show } from "./consoleScreen";

const placeholders = { site: "Pots", email: "hi@pots.example", phone: "" };

// As in tests/domain/test_personal.py.
test.each([
  ["Hello {{name|there}}.", "Hello there."],
  ["Hello {{name}}.", "Hello."],
  ["{{ site }}: {{email}} or {{phone|by post}}", "Pots: hi@pots.example or by post"],
  ["{{constructor}}{{nmae|friend}} {{{{site}}", "friend {Pots"],
  ["{{na", "{na"],
])("%s is read %s", (answer, read) => {
  expect(filled(answer, placeholders)).toBe(read);
});

test.each([
  ["https://pots.example", "https://pots.example/visit/"],
  ["", null],
])("at %j a link within the site is one, too, and opens elsewhere", (origin, address) => {
  show(<Preview answer="[Visit us](/visit/) or write to {{email}}." reading={{ placeholders, origin }} />);
  expect(find(".rich").textContent).toBe("Visit us or write to hi@pots.example.");
  const link = find(address ? ".rich a" : ".rich u");
  expect([link.textContent, link.getAttribute("href")]).toEqual(["Visit us", address]);
  if (address) expect(link.getAttribute("target")).toBe("_blank");
});
