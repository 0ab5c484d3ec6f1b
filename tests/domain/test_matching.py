"""Ranking FAQ entries: right, tolerant of spelling and script, and never out of bounds."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat.domain.matching import Entry, Index

SHOP = (
    Entry("hours", "When are you open?", ("opening hours", "what time do you close"), "Every day from 9 to 17."),
    Entry("parking", "Is there parking?", ("where can I leave the car",), "Behind the house, and a bicycle rack."),
    Entry("refund", "How do refunds work?", ("I want my money back", "send it back"), "Within 30 days."),
    Entry("de", "Wann haben Sie geöffnet?", ("Öffnungszeiten",), "Täglich."),
    Entry("ja", "営業時間は何時からですか", (), "九時からです。"),
    Entry("ar", "متى تفتحون أبوابكم؟", (), "كل يوم."),
    Entry("hi", "आप कब खुलते हैं?", (), "हर दिन।"),
)

texts = st.text(max_size=200)
entries = st.lists(st.tuples(texts, st.lists(texts, max_size=3), texts), max_size=6).map(
    lambda rows: tuple(Entry(str(at), title, tuple(more), answer) for at, (title, more, answer) in enumerate(rows))
)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("what time do you open on Monday", "hours"),
        ("WHEN ARE YOU OPEN???", "hours"),
        ("opning huors", "hours"),
        ("can i get a refnud", "refund"),
        ("parkign", "parking"),
        ("is there somewhere for my bicycle", "parking"),
        ("<b>parking</b>", "parking"),
        ("ＰＡＲＫＩＮＧ", "parking"),
        ("offnungszeiten", "de"),
        ("何時から営業ですか", "ja"),
        ("متى تفتحون", "ar"),
        ("कब खुलते", "hi"),
    ],
)
def test_the_meant_entry_comes_first(asked: str, expected: str) -> None:
    assert Index(SHOP).rank(asked)[0].entry_id == expected


@pytest.mark.parametrize("asked", ["", "   ", "😀😀", "?!", "<br>", "zzzz qqqq", "\x00\ufffd"])
def test_what_nobody_could_mean_ranks_nothing(asked: str) -> None:
    assert Index(SHOP).rank(asked) == ()


def test_an_empty_faq_ranks_nothing() -> None:
    assert Index(()).rank("when are you open?") == ()


def test_a_single_entry_is_not_the_answer_to_everything() -> None:
    only = Index(SHOP[:1])
    assert only.rank("when are you open")[0].score == 1.0
    assert not only.rank("do you repair bicycles") or only.rank("do you repair bicycles")[0].score < 0.5


def test_equal_titles_keep_the_owners_order() -> None:
    twins = Index((Entry("b", "Is there parking?", (), "Yes."), Entry("a", "Is there parking?", (), "No.")))
    assert [found.entry_id for found in twins.rank("is there parking")] == ["b", "a"]


@given(entries, texts)
def test_ranking_is_ordered_bounded_and_repeatable(faq: tuple[Entry, ...], asked: str) -> None:
    ranked = Index(faq).rank(asked)
    scores = [found.score for found in ranked]
    assert scores == sorted(scores, reverse=True)
    assert all(0.0 <= score <= 1.0 for score in scores)
    assert {found.entry_id for found in ranked} <= {entry.id for entry in faq}
    assert ranked == Index(faq).rank(asked)


@given(entries, st.text("abcdefgh ", min_size=3, max_size=60).filter(str.strip))
def test_a_paraphrase_in_the_visitors_words_settles_it(faq: tuple[Entry, ...], asked: str) -> None:
    taught = Entry("taught", "Another title", (asked,), "")
    ranked = Index((*faq, taught)).rank(asked)
    assert next(found.score for found in ranked if found.entry_id == "taught") == ranked[0].score == 1.0


@pytest.mark.parametrize("word", ["a", "to ", "when are you ", "parkign ", "字", "<b>", "😀", "x@", "http://"])
def test_ten_thousand_characters_take_bounded_time(word: str) -> None:
    index, started = Index(SHOP), process_time()
    index.rank((word * 10_000)[:10_000])
    assert process_time() - started < 0.5


def test_five_thousand_entries_are_indexed_at_once() -> None:
    many = [Entry(str(n), f"How does model {n} of series {n % 71} work?", (f"manual {n}",), "") for n in range(5_000)]
    started = process_time()
    assert Index(many).rank("manual 4321")[0].entry_id == "4321"
    assert process_time() - started < 3
