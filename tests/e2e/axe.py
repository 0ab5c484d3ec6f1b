"""What can be measured of access in a page and its frames: axe-core's rules, and what sticks out, is cut or unseen."""

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
#: WCAG 1.4.12, in a sheet of its own: the page's policy forbids `<style>`. What is meant only for ears may be cut.
SPACED_OUT = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}" +
    "p{margin-block-end:2em!important}");
  document.adoptedStyleSheets = [sheet];
  const cut = [...document.querySelectorAll("#app :not(.hush, .hush *, .scroll, svg *)")].filter((each) =>
    each.clientWidth && (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1));
  document.adoptedStyleSheets = [];
  return cut.map(({ className, textContent }) => `${className}: ${textContent}`);
}"""
#: Where colours are forced, fills are gone: what is told by one needs a border as well.
FILLED = ".top, .strip, .box, .bubble, .avatar, .card, .talk, .send, .button, .primary, .seats b"
BORDERLESS = """(filled) => [...document.querySelectorAll(`#app :is(${filled})`)].filter((each) => {
  const style = getComputedStyle(each);
  return !["Top", "Right", "Bottom", "Left"].some((side) => style[`border${side}Style`] !== "none"
    && parseFloat(style[`border${side}Width`]) && style[`border${side}Color`] !== style.backgroundColor);
}).map(({ className }) => className)"""
STICKING_OUT = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def violations(frame: Frame) -> list[str]:
    """`rule: element` for everything that axe finds."""
    if not frame.evaluate("'axe' in window"):
        # Evaluated, not inserted: the page's own policy forbids foreign scripts.
        frame.evaluate(f"() => {{ {AXE} }}")
    frame.evaluate(AT_REST)
    found: list[str] = frame.evaluate(RUN)
    return found


def cut_when_spaced_out(frame: Frame) -> list[str]:
    """What doesn't fit its box any more when the visitor's own style spaces text out."""
    found: list[str] = frame.evaluate(SPACED_OUT)
    return found


def borderless(frame: Frame) -> list[str]:
    """What is not to be seen without its fill."""
    found: list[str] = frame.evaluate(BORDERLESS, FILLED)
    return found


def sticks_out(page: Page) -> bool:
    """Whether one would have to scroll sideways."""
    return any(frame.evaluate(STICKING_OUT) > 0 for frame in page.frames)
