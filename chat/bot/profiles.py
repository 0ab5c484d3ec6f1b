"""What the bot compares by in this process: the best that is installed, unless the setting BOT_PROFILE names one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from django.conf import settings

from chat.bot import vectors
from chat.bot.hybrid import HybridIndex, Profile
from chat.domain.confidence import Scale
from chat.domain.matching import Entry

LIGHT = Scale(-3.63, 6.69, 6.05)
SEMANTIC = Scale(-5.0, 7.0, 8.0)


@cache
def profile(name: str) -> Profile | None:
    """Of that name; None for words alone. LookupError if it is not installed, or unknown."""
    if name in ("semantic", "auto") and (encoder := vectors.semantic()):
        return Profile(encoder, 0.15, SEMANTIC)
    if name in ("light", "auto") and (encoder := vectors.light()):
        return Profile(encoder, 0.4, LIGHT)
    if name in ("words", "auto"):
        return None
    raise LookupError(f"BOT_PROFILE {name!r} is unknown or not installed")


def build(entries: Iterable[Entry]) -> HybridIndex:
    return HybridIndex(entries, profile(settings.BOT_PROFILE))


def warm() -> None:
    """Load the vectors now rather than in the first visitor's message."""
    build([Entry("warm", "When are you open?", (), "")]).rank("opening hours")
