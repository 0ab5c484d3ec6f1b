"""Who is next. First come, first served, but what presses goes first; a transferred chat keeps its place.

Who has left the page, and can't be answered by e-mail either, is in nobody's way until they come back.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import accumulate

import msgspec

from chat.domain.events import Reason

PRESSING = frozenset({Reason.URGENT, Reason.SENSITIVE_TOPIC})
OVERTAKEN_AT_MOST = 2


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """A visitor in the queue; `rank` is what `rank_of` said when they joined it.

    `away`: an answer would reach nobody.
    """

    conversation_id: str
    queued_at: datetime
    rank: int = 0
    away: bool = False


def rank_of(pressing_before: int, *, pressing: bool) -> int:
    """The place in line as a number that never changes, so that everybody sorts alike; lower is sooner.

    `pressing_before`: how many pressing chats ever joined this line. The next one, and the one after it, rank before
    whoever came since; the third doesn't, whether or not the other two still wait: nobody is overtaken more often.
    """
    return 2 * (pressing_before + 1 - OVERTAKEN_AT_MOST) if pressing else 2 * pressing_before + 1


def in_order(queue: Iterable[Waiting]) -> list[Waiting]:
    """Who is away comes after all others."""
    return sorted(queue, key=lambda waiting: (waiting.away, *_line(waiting)))


def places(queue: Iterable[Waiting]) -> dict[str, int]:
    """By conversation; 1 is next. Nobody counts who is away: their own place is the one that coming back gives."""
    ranked = sorted(queue, key=_line)
    here = accumulate((not waiting.away for waiting in ranked), initial=0)
    return {waiting.conversation_id: ahead + 1 for waiting, ahead in zip(ranked, here, strict=False)}


def _line(waiting: Waiting) -> tuple[int, datetime, str]:
    return (waiting.rank, waiting.queued_at, waiting.conversation_id)
