"""What the bot compares by in this process: the best that is installed, unless the setting BOT_PROFILE names one."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from django.conf import settings

from chat.bot import vectors
from chat.bot.hybrid import HybridIndex, Profile
from chat.domain.confidence import Scale
from chat.domain.matching import Entry

READ_AT_ONCE = 200
"""Phrases: a second or two."""

LIGHT = Scale(-3.58, 7.68, 5.95, -0.34, -1.51)
SEMANTIC = Scale(-4.27, 9.49, 6.64, -0.46, -1.68)

_reader = ThreadPoolExecutor(max_workers=1, thread_name_prefix="bot-reads")


@cache
def profile(name: str) -> Profile | None:
    """Of that name; None for words alone. LookupError if it is not installed, or unknown."""
    if name in ("semantic", "auto") and (encoder := vectors.semantic()):
        return Profile(encoder, 0.1, SEMANTIC)
    if name in ("light", "auto") and (encoder := vectors.light()):
        return Profile(encoder, 0.18, LIGHT, coverage=0.28)
    if name in ("words", "auto"):
        return None
    raise LookupError(f"BOT_PROFILE {name!r} is unknown or not installed")


def build(entries: Iterable[Entry], *, using: str | None = None) -> HybridIndex:
    """By the setting's profile; where reading all phrases would outlast a visitor's patience, by the light one
    meanwhile. `using` a named profile it takes as long as it takes."""
    kept = tuple(entries)
    chosen = profile(using or settings.BOT_PROFILE)
    if chosen is None or using:
        return HybridIndex(kept, chosen)
    phrases = [phrase for entry in kept for phrase in entry.phrases]
    unread = chosen.encoder.unread(phrases)
    if len(unread) <= READ_AT_ONCE:
        return HybridIndex(kept, chosen)
    # More than are kept would be read again and again.
    reading = _reader.submit(chosen.encoder.encode, unread, keep=True) if len(phrases) <= vectors.KEPT else None
    return HybridIndex(kept, profile("light") if vectors.light() else None, meanwhile=reading)


def warm() -> None:
    """Load the vectors now rather than in the first visitor's message."""
    build([Entry("warm", "When are you open?", (), "")]).rank("opening hours")
