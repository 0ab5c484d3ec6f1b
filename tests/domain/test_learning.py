"""A site's verdicts move its bot's confidence, a little and the right way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat.domain.learning import MOST, STEPS, Verdict, corrected, correction, cut, effect

confidences = st.floats(0, 1)
verdicts = st.lists(st.builds(Verdict, confidences, st.booleans()), max_size=60)


@pytest.mark.parametrize(
    ("right", "wrong", "least", "most"),
    [
        (0, 0, 0, 0),
        (1, 0, 0, 0.1),  # one visitor's tap is no reason to change
        (0, 1, -0.25, -0.1),
        (8, 2, -0.1, 0.1),  # as sure as it should be
        (40, 0, 0.5, 1.5),
        (20, 20, -1.4, -0.8),
    ],
)
def test_of_answers_given_at_80_percent(right: int, wrong: int, least: float, most: float) -> None:
    found = [Verdict(0.8, True)] * right + [Verdict(0.8, False)] * wrong
    assert least <= correction(found) <= most


@given(verdicts, confidences)
def test_one_more_right_answer_never_makes_the_bot_less_sure(found: list[Verdict], confidence: float) -> None:
    shift = correction(found)
    assert -MOST <= shift <= MOST
    assert correction([*found, Verdict(confidence, True)]) >= shift - 1e-9
    assert correction([*found, Verdict(confidence, False)]) <= shift + 1e-9


@given(st.floats(-MOST, MOST), confidences, confidences)
def test_correction_keeps_the_order_and_the_ends(shift: float, one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= corrected(low, shift) <= corrected(high, shift) <= 1
    assert (corrected(0, shift), corrected(1, shift)) == (0, 1)


@given(st.floats(0.05, 0.95), st.integers(-STEPS, STEPS - 1))
def test_each_step_of_the_slider_answers_more(base: float, slider: int) -> None:
    assert cut(base, slider + 1) < cut(base, slider)
    assert cut(base, 0) == pytest.approx(base)


def test_the_slider_shows_what_it_would_have_meant() -> None:
    turns, found = [0.2, 0.5, 0.7, 0.9], [Verdict(0.7, False), Verdict(0.9, True)]
    careful, bold = (effect(turns, found, shift=0, cut=at) for at in (0.8, 0.4))
    assert (careful.answered, careful.right, careful.judged) == (0.25, 1.0, 1)
    assert (bold.answered, bold.right, bold.judged) == (0.75, 0.5, 2)
    assert effect([], [], shift=0, cut=0.5).answered is None
