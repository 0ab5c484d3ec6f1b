"""A screen reader's ears, in the widget's frame and in the console."""

from __future__ import annotations

import re

from playwright.sync_api import Page

from tests.e2e.doors import VisitorDoor
from tests.services.candid import ROOT
from tests.services.wait import until

LISTEN = (ROOT / "tests" / "e2e" / "ears.mjs").read_text()
TIME = re.compile(r"\b\d{1,2}:\d\d\s[AP]M\b")


class Ears:
    """Opens Vera's page anew, to be there before the app; the frame is heard from the next opening on."""

    def __init__(self, door: VisitorDoor) -> None:
        self.door = door
        door.page.context.add_init_script(f"if (location.pathname === '/widget/frame/') {{ {LISTEN} }}")
        door.page.reload()

    def heard(self) -> list[str]:
        """Since the frame was loaded, with TIME for every time of day."""
        said: list[str] = self.door.panel.locator("html").evaluate("() => window.heard")
        return [TIME.sub("TIME", each) for each in said]

    def hear(self, expected: list[str]) -> None:
        """Exactly these, each once and in this order. Raises AssertionError with what was heard instead."""
        try:
            until(lambda: len(self.heard()) >= len(expected), seconds=20, what=expected[-1])
        finally:
            heard = self.heard()
            assert heard == expected, heard


class ConsoleEars:
    """Hears from now on, as long as the page isn't loaded anew."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.evaluate(f"() => {{ {LISTEN} }}")

    def hears(self, sentence: str) -> None:
        """Exactly once. Raises TimeoutError or AssertionError."""
        until(lambda: sentence in self.heard(), seconds=10, what=sentence)
        assert self.heard().count(sentence) == 1, self.heard()

    def heard(self) -> list[str]:
        said: list[str] = self.page.evaluate("() => window.heard")
        return said
