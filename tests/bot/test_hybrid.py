"""Words and meaning together: right where words alone are not, and sane whatever is written."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from chat.bot.hybrid import HybridIndex
from chat.bot.profiles import profile
from chat.domain.confidence import WORDS, confidence_in
from chat.domain.matching import Entry, Ranked

SHOP = (
    Entry("hours", "When are you open?", ("opening hours",), "Every day from 9 to 17."),
    Entry("parking", "Is there parking?", ("where can I leave my vehicle",), "Behind the house."),
    Entry("refund", "How do I get my money back?", (), "Within 30 days."),
    Entry("ja", "営業時間は何時からですか", (), "九時からです。"),
    Entry("ar", "متى تفتحون أبوابكم؟", (), "كل يوم."),
)
LIGHT = profile("light")
texts = st.text(max_size=200)


@pytest.fixture(scope="module", params=["light", "semantic"])
def shop(request: pytest.FixtureRequest) -> HybridIndex:
    return HybridIndex(SHOP, profile(request.param))


def sure(asked: str, index: HybridIndex) -> float:
    return confidence_in(index.rank(asked), {entry.id: entry for entry in SHOP}, asked, index.scale(asked))


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("what time does the store close", "hours"),
        ("somewhere for my car", "parking"),
        ("reimbursement please", "refund"),
        ("opning huors", "hours"),
        ("何時から営業ですか", "ja"),
        ("متى تفتحون", "ar"),
    ],
)
def test_the_meant_entry_comes_first(shop: HybridIndex, asked: str, expected: str) -> None:
    assert shop.rank(asked)[0].entry_id == expected


@pytest.mark.parametrize("asked", ["", "   ", "😀😀", "?!", "<br>", "\x00\ufffd"])
def test_what_nobody_could_mean_ranks_nothing(shop: HybridIndex, asked: str) -> None:
    assert shop.rank(asked) == ()


def test_the_owners_very_words_are_certain(shop: HybridIndex) -> None:
    ranked = shop.rank("IS THERE PARKING")
    assert (ranked[0].entry_id, ranked[0].score, sure("IS THERE PARKING", shop)) == ("parking", 1.0, 1.0)


def test_what_is_about_something_else_is_unsure(shop: HybridIndex) -> None:
    assert sure("who won the football yesterday", shop) < 0.2


def test_trouble_that_an_entry_knows_of_is_its_own() -> None:
    known = HybridIndex([*SHOP, Entry("stuck", "My refund has not arrived", (), "")], LIGHT)
    assert known.rank("I can't see the refund, it has not arrived")[0].entry_id == "stuck"


def test_scripts_without_vectors_are_judged_by_words(shop: HybridIndex) -> None:
    assert shop.scale("متى تفتحون") is WORDS
    assert shop.scale("when") is not WORDS


def test_an_empty_faq_ranks_nothing() -> None:
    assert HybridIndex((), LIGHT).rank("when are you open?") == ()


def test_without_vectors_words_are_compared() -> None:
    assert HybridIndex(SHOP).rank("opning huors")[0].entry_id == "hours"


def test_equal_titles_keep_the_owners_order() -> None:
    twins = HybridIndex(
        (Entry("b", "Is there parking?", (), "Yes."), Entry("a", "Is there parking?", (), "No.")), LIGHT
    )
    assert [found.entry_id for found in twins.rank("is there parking")] == ["b", "a"]


@settings(max_examples=50)
@given(st.lists(st.tuples(texts, st.lists(texts, max_size=3)), max_size=6), texts)
def test_ranking_is_ordered_bounded_and_repeatable(rows: list[tuple[str, list[str]]], asked: str) -> None:
    faq = tuple(Entry(str(at), title, tuple(more), "") for at, (title, more) in enumerate(rows))
    ranked = HybridIndex(faq, LIGHT).rank(asked)
    scores = [found.score for found in ranked]
    assert scores == sorted(scores, reverse=True)
    assert all(0.0 <= score <= 1.0 for score in scores)
    assert ranked == HybridIndex(faq, LIGHT).rank(asked)


@pytest.mark.parametrize("word", ["a", "to ", "when are you ", "parkign ", "字", "<b>", "😀", "x@"])
def test_ten_thousand_characters_take_bounded_time(shop: HybridIndex, word: str) -> None:
    started = process_time()
    shop.rank((word * 10_000)[:10_000])
    assert process_time() - started < 0.5


def test_five_thousand_entries_are_indexed_at_once() -> None:
    many = [Entry(str(n), f"How does model {n} of series {n % 71} work?", (f"manual {n}",), "") for n in range(5_000)]
    started = process_time()
    assert HybridIndex(many, LIGHT).rank("manual 4321")[0].entry_id == "4321"
    assert process_time() - started < 5


def test_another_languages_wording_finds_an_entry_and_changes_nothing_else() -> None:
    german = ("Wann haben Sie geöffnet?", "Öffnungszeiten")
    one, other = (HybridIndex((replace(SHOP[0], also=also), *SHOP[1:]), LIGHT) for also in ((), german))
    assert other.rank("wann haben sie geöffnet")[0] == Ranked("hours", "When are you open?", 1.0)
    assert other.rank("how do I get a refund?") == one.rank("how do I get a refund?")
