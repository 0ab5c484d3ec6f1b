"""First come, first served; what presses goes first, but nobody waits for ever."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat.domain.routing import OVERTAKEN_AT_MOST, Waiting, in_order, places, rank_of
from tests.domain.story import MINUTE, NOON

VERA = Waiting(conversation_id="vera", queued_at=NOON)
LATE = Waiting(conversation_id="late", queued_at=NOON + MINUTE)
#: Same instant as Vera: the id decides, so that everybody is told the same order.
TWIN = Waiting(conversation_id="wera", queued_at=NOON)


def test_the_longest_wait_is_next() -> None:
    assert in_order([LATE, TWIN, VERA]) == [VERA, TWIN, LATE]


def test_place_counts_from_one() -> None:
    assert places([LATE, TWIN, VERA]) == {"vera": 1, "wera": 2, "late": 3}


def test_who_is_away_stands_last_and_is_in_nobodys_way() -> None:
    away = msgspec.structs.replace(VERA, away=True)
    assert in_order([away, LATE, TWIN]) == [TWIN, LATE, away]
    assert places([away, LATE, TWIN]) == {"vera": 1, "wera": 1, "late": 2}


def line(kinds: str) -> list[Waiting]:
    """Who joined one after the other: `!` presses, `.` doesn't. Each is called by the number of their coming."""
    joined = []
    for n, kind in enumerate(kinds):
        rank = rank_of(kinds[:n].count("!"), pressing=kind == "!")
        joined.append(Waiting(conversation_id=str(n), queued_at=NOON + n * MINUTE, rank=rank))
    return joined


@pytest.mark.parametrize(
    ("kinds", "order"),
    [
        ("...", "012"),
        ("..!", "201"),
        ("..!!", "2301"),
        ("..!!!", "23014"),
        (".!.!.!!", "1305264"),
        ("!!!...", "012345"),
    ],
)
def test_what_presses_goes_first_but_overtakes_nobody_a_third_time(kinds: str, order: str) -> None:
    assert "".join(waiting.conversation_id for waiting in in_order(line(kinds))) == order


lines = st.text("!.", max_size=40)


@given(lines)
def test_nobody_is_overtaken_more_than_twice_whoever_was_served_meanwhile(kinds: str) -> None:
    joined = line(kinds)
    for n, one in enumerate(joined):
        overtaken_by = [later for later in joined[n + 1 :] if in_order([one, later])[0] is later]
        assert len(overtaken_by) <= OVERTAKEN_AT_MOST


@given(lines, st.data())
def test_who_leaves_the_line_changes_nobody_elses_order(kinds: str, data: st.DataObject) -> None:
    joined = line(kinds)
    left = data.draw(st.sets(st.sampled_from(joined))) if joined else set()
    assert in_order(set(joined) - left) == [one for one in in_order(joined) if one not in left]


@given(lines)
def test_among_their_like_the_first_to_come_is_first(kinds: str) -> None:
    order = [int(waiting.conversation_id) for waiting in in_order(line(kinds))]
    for kind in "!.":
        alike = [n for n in order if kinds[n] == kind]
        assert alike == sorted(alike)


@given(lines, st.data())
def test_among_those_who_are_here_it_is_as_if_the_others_had_not_come(kinds: str, data: st.DataObject) -> None:
    joined = line(kinds)
    gone = data.draw(st.sets(st.sampled_from(joined))) if joined else set()
    mixed = [msgspec.structs.replace(one, away=one in gone) for one in joined]
    here = [one for one in joined if one not in gone]
    assert in_order(mixed)[: len(here)] == in_order(here)
    told = places(mixed)
    assert {one.conversation_id: told[one.conversation_id] for one in here} == places(here)


@given(lines, st.data())
def test_who_is_away_is_told_the_place_that_coming_back_gives(kinds: str, data: st.DataObject) -> None:
    joined = line(kinds)
    gone = data.draw(st.sets(st.sampled_from(joined))) if joined else set()
    mixed = [msgspec.structs.replace(one, away=one in gone) for one in joined]
    for one in gone:
        back = [
            msgspec.structs.replace(each, away=False) if each.conversation_id == one.conversation_id else each
            for each in mixed
        ]
        assert places(mixed)[one.conversation_id] == places(back)[one.conversation_id]
