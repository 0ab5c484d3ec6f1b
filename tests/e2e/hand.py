"""A hand that has only a keyboard, and that is told when the focus cannot be seen."""

from __future__ import annotations

from typing import TypedDict

from playwright.sync_api import Page

from tests.services.candid import ROOT
from tests.services.wait import until

WHERE = (ROOT / "tests" / "e2e" / "hand.mjs").read_text().strip().removesuffix(";")
#: More stops than any of our pages has.
STOPS = 80


class Focus(TypedDict):
    name: str
    wrong: str


class Hand:
    def __init__(self, page: Page) -> None:
        self.page = page

    def focus(self) -> Focus:
        """In whichever frame has it."""
        found: list[Focus] = [frame.evaluate(WHERE) for frame in self.page.frames]
        held = [focus for focus in found if focus["wrong"] not in ("lost", "inside")]
        return held[0] if held else {"name": "", "wrong": "lost"}

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def write(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.press("Enter")

    def go_to(self, name: str, key: str = "Tab") -> None:
        """By Tab or Shift+Tab alone. Raises LookupError if no stop has the name, or a stop cannot be seen."""
        seen: list[str] = []
        for _ in range(STOPS):
            self.press(key)
            focus = self.focus()
            seen.append(f"{focus['name']} {focus['wrong']}".strip())
            if focus["wrong"]:
                break
            if focus["name"].startswith(name):
                return
        raise LookupError(f"no {name} among {seen}")

    def is_on(self, name: str) -> None:
        """The focus comes to rest there, in sight. Raises TimeoutError."""
        until(lambda: self.focus() == {"name": name, "wrong": ""}, seconds=10, what=f"focus on {name}")

    def rests(self) -> None:
        """The focus comes to rest, wherever that is, in sight. Raises TimeoutError."""
        until(lambda: self.focus()["wrong"] == "", seconds=10, what="the focus in sight")
