"""Who is next. First come, first served, but what presses goes first; a transferred chat keeps its place."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import msgspec

from chat.domain.events import Reason

PRESSING = frozenset({Reason.URGENT, Reason.SENSITIVE_TOPIC})
OVERTAKEN_AT_MOST = 2


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """A visitor in the queue; `rank` is what `rank_of` said when they joined it."""

    conversation_id: str
    queued_at: datetime
    rank: int = 0


def rank_of(pressing_before: int, *, pressing: bool) -> int:
    """The place in line as a number that never changes, so that everybody sorts alike; lower is sooner.

    `pressing_before`: how many pressing chats ever joined this line. The next one, and the one after it, rank before
    whoever came since; the third doesn't, whether or not the other two still wait: nobody is overtaken more often.
    """
    return 2 * (pressing_before + 1 - OVERTAKEN_AT_MOST) if pressing else 2 * pressing_before + 1


def in_order(queue: Iterable[Waiting]) -> list[Waiting]:
    return sorted(queue, key=lambda waiting: (waiting.rank, waiting.queued_at, waiting.conversation_id))


def place(queue: Iterable[Waiting], conversation_id: str) -> int | None:
    """1 for the next in line, None for a conversation that isn't waiting."""
    ids = [waiting.conversation_id for waiting in in_order(queue)]
    return ids.index(conversation_id) + 1 if conversation_id in ids else None
