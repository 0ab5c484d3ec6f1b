"""What someone who waits is told is measured, or not told."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat.domain.waits import ENOUGH, estimate

enough = st.lists(st.integers(0, 10_000), min_size=ENOUGH, max_size=60)


@pytest.mark.parametrize("few", [[], [60], [60] * (ENOUGH - 1)])
def test_few_waits_say_nothing(few: list[int]) -> None:
    assert estimate(few) is None


@pytest.mark.parametrize(
    ("seconds", "minutes"),
    [
        ([60] * 20, 1),
        ([61] * 20, 2),
        ([0] * 20, 1),
        ([60] * 16 + [6000] * 4, 1),
        ([60] * 15 + [6000] * 5, 100),
        ([240] * 20, 4),
    ],
    ids=["whole minutes", "rounded up", "never none", "the slowest fifth is left out", "but no more", "as it was"],
)
def test_twenty_waits_are_enough(seconds: list[int], minutes: int) -> None:
    assert estimate(seconds) == minutes


@given(enough)
def test_eighty_in_a_hundred_were_met_within_it_and_fewer_within_a_minute_less(seconds: list[int]) -> None:
    minutes = estimate(seconds)
    assert minutes
    assert 10 * sum(wait <= 60 * minutes for wait in seconds) >= 8 * len(seconds)
    assert minutes == 1 or 10 * sum(wait <= 60 * (minutes - 1) for wait in seconds) < 8 * len(seconds)


@given(enough, st.randoms())
def test_their_order_does_not_matter(seconds: list[int], random: Random) -> None:
    shuffled = list(seconds)
    random.shuffle(shuffled)
    assert estimate(shuffled) == estimate(seconds)
