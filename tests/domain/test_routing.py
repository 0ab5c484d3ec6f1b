"""First come, first served."""

from __future__ import annotations

from chat.domain.routing import Waiting, in_order, place
from tests.domain.story import MINUTE, NOON

VERA = Waiting(conversation_id="vera", queued_at=NOON)
LATE = Waiting(conversation_id="late", queued_at=NOON + MINUTE)
#: Same instant as Vera: the id decides, so that everybody is told the same order.
TWIN = Waiting(conversation_id="wera", queued_at=NOON)


def test_the_longest_wait_is_next() -> None:
    assert in_order([LATE, TWIN, VERA]) == [VERA, TWIN, LATE]


def test_place_counts_from_one() -> None:
    assert [place([LATE, TWIN, VERA], who) for who in ("vera", "wera", "late")] == [1, 2, 3]


def test_who_does_not_wait_has_no_place() -> None:
    assert place([LATE], "vera") is None
    assert place([], "vera") is None
