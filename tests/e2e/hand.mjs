/** Where the keyboard's focus is in this document: its name, and what is wrong with it ("" for nothing). */
() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!document.hasFocus() || !element || element === document.body) return { name: "", wrong: "lost" };
  if (element.tagName === "IFRAME") return { name: "", wrong: "inside" };
  const label = element.ariaLabel ?? element.labels?.[0]?.textContent ?? element.textContent;
  const name = label.replace(/\s+/g, " ").trim();
  const box = element.getBoundingClientRect();
  const top = element.getRootNode().elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  const rings = [element, element.parentElement, element.parentElement?.parentElement].filter(Boolean);
  if (!rings.some((each) => getComputedStyle(each).outlineStyle !== "none")) return { name, wrong: "without a ring" };
  if (!element.contains(top) && !top?.contains(element)) return { name, wrong: "covered" };
  return { name, wrong: "" };
};
