"""Who is next. First come, first served; a transferred chat keeps its queue time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import msgspec


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """A visitor in the queue."""

    conversation_id: str
    queued_at: datetime


def in_order(queue: Iterable[Waiting]) -> list[Waiting]:
    return sorted(queue, key=lambda waiting: (waiting.queued_at, waiting.conversation_id))


def place(queue: Iterable[Waiting], conversation_id: str) -> int | None:
    """1 for the next in line, None for a conversation that isn't waiting."""
    ids = [waiting.conversation_id for waiting in in_order(queue)]
    return ids.index(conversation_id) + 1 if conversation_id in ids else None
