"""What a walk stops at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from playwright.sync_api import Page


@dataclass(frozen=True)
class Moment:
    """``keep()`` before each look, for what passes by itself; what ``lasts`` survives loading the page anew."""

    door: str
    name: str
    page: Page
    keep: Callable[[], None] = lambda: None
    lasts: bool = False


Moments = Iterator[Moment]


def be_still(page: Page) -> None:
    """A look in the middle of a movement would show nothing that stays."""
    page.emulate_media(reduced_motion="reduce")
