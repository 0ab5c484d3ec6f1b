"""What can be measured of access in a page and its frames: axe-core's rules, and whether anything sticks out."""

from __future__ import annotations

from playwright.sync_api import Frame, Page

from tests.services.candid import ROOT

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text()
#: Colours in the middle of a change have no contrast to speak of.
AT_REST = """() => Promise.allSettled(document.getAnimations()
  .filter((each) => Number.isFinite(each.effect?.getComputedTiming().endTime)).map((each) => each.finished))"""
# The size of targets is WCAG 2.2, which axe leaves out unless told.
RUN = """() => axe.run(document, {
  iframes: false,
  resultTypes: ["violations"],
  rules: { "target-size": { enabled: true } },
}).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`)))"""
STICKING_OUT = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def violations(frame: Frame) -> list[str]:
    """`rule: element` for everything that axe finds."""
    if not frame.evaluate("'axe' in window"):
        # Evaluated, not inserted: the page's own policy forbids foreign scripts.
        frame.evaluate(f"() => {{ {AXE} }}")
    frame.evaluate(AT_REST)
    found: list[str] = frame.evaluate(RUN)
    return found


def sticks_out(page: Page) -> bool:
    """Whether one would have to scroll sideways."""
    return any(frame.evaluate(STICKING_OUT) > 0 for frame in page.frames)
