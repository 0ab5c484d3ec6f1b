"""What of a question an entry's words leave over."""

import pytest

from chat.bot.coverage import Coverage
from chat.bot.vectors import light
from chat.domain.matching import Entry, Index

FAQ = (
    Entry("parking", "Is there parking?", ("where to leave my car",), ""),
    Entry("sizes", "Which sizes are there?", (), ""),
    Entry("none", "?!", (), ""),
)


@pytest.fixture(scope="module")
def coverage() -> Coverage:
    encoder = light()
    assert encoder
    return Coverage(FAQ, encoder, Index(FAQ).weight)


def test_its_own_words_are_all_covered_however_they_are_spread(coverage: Coverage) -> None:
    assert coverage.shares("is my CAR there")[0] == pytest.approx(1.0, abs=1e-3)


def test_a_word_near_in_meaning_covers_in_part(coverage: Coverage) -> None:
    vehicle, weather = (coverage.shares(f"where to leave my {word}")[0] for word in ("vehicle", "weather"))
    assert weather < vehicle < 1.0


@pytest.mark.parametrize("asked", ["", "😀", "?"])
def test_nothing_asked_is_covered_by_nothing(coverage: Coverage, asked: str) -> None:
    assert not coverage.shares(asked).any()


def test_an_entry_without_words_covers_nothing(coverage: Coverage) -> None:
    assert coverage.shares("is there parking")[2] == 0.0
