"""Sequence, de-duplication, and what a resume replays."""

from __future__ import annotations

from typing import Annotated

import msgspec

from chat.domain import events as e

#: What JavaScript counts exactly and every database can compare.
Number = Annotated[int, msgspec.Meta(ge=0, le=2**53 - 1)]


class Cursor(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How far a client has read.

    ``epoch`` changes when history is erased or cut; ``id`` is the public id of the event at ``seq``, which tells
    a restored backup from the history that the client saw.
    """

    epoch: Number
    seq: Number
    id: Annotated[str, msgspec.Meta(max_length=64)]


class Replay(msgspec.Struct, frozen=True):
    """Send everything with a seq above ``after``."""

    after: int


class Reset(msgspec.Struct, frozen=True):
    """The client's history is not ours: it must start from nothing."""


def plan_resume(cursor: Cursor | None, *, epoch: int, id_at_cursor: str | None) -> Replay | Reset:
    """``id_at_cursor`` is the id of our event at ``cursor.seq``, None when there is none."""
    if cursor is None or cursor.seq == 0:
        return Replay(0)
    if cursor.epoch != epoch or id_at_cursor is None or id_at_cursor != cursor.id:
        return Reset()
    return Replay(cursor.seq)


class Hidden(e.Event, frozen=True, tag="hidden"):
    """Stands where an event is not for this reader, so that seq has no gap."""


def seen_by(audience: e.Audience, event: e.AnyEvent) -> e.AnyEvent | Hidden:
    if audience is e.Audience.AGENTS or event.audience is e.Audience.ALL:
        return event
    return Hidden()
