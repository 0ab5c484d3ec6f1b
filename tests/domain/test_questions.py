"""Two questions in one message, and one question in two messages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat.domain.questions import questions_in, same_question, splits_of


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("How much is shipping and can I return it?", ("How much is shipping", "can I return it?")),
        ("Where is my order? Do you ship to Spain?", ("Where is my order?", "Do you ship to Spain?")),
        ("Was kostet der Versand und kann ich es umtauschen?", ("Was kostet der Versand", "kann ich es umtauschen?")),
        ("¿Cuánto cuesta el envío y puedo devolverlo?", ("¿Cuánto cuesta el envío", "puedo devolverlo?")),
        ("كم سعر الشحن وهل يمكنني الإرجاع؟", ("كم سعر الشحن", "هل يمكنني الإرجاع؟")),
    ],
)
def test_each_question_is_found(text: str, asked: tuple[str, ...]) -> None:
    assert questions_in(text) == asked


def test_sentences_are_tried_before_their_parts() -> None:
    whole, parts = splits_of("Where is the shop, and how do I book? Where are you?")
    assert whole == ("Where is the shop, and how do I book?", "Where are you?") and len(parts) == 3
    assert splits_of("Is there parking? Can dogs come?") == (("Is there parking?", "Can dogs come?"),)
    assert splits_of("Is there parking?") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Can I wash and dry it?",
        "Do you know when and where it starts?",
        "I bought a mug and a cup yesterday. Where are they?",
        "Hi! Are you open on Sunday?",
        "hello",
        "",
    ],
)
def test_one_question_stays_whole(text: str) -> None:
    assert questions_in(text) == (text,)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("How do I return an item?", "how can I return items??"),
        ("Where's my parcel to Spain", "where is the parcel to spain"),
        ("hi", "Hi!"),
    ],
)
def test_the_same_question_reworded_is_the_same(first: str, second: str) -> None:
    assert same_question(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("How do I cancel?", "When can I cancel?"),
        ("How do I return an item?", "When can I return an item?"),
        ("Is the red lamp in stock?", "Is the blue lamp in stock?"),
        ("??", "!!"),
    ],
)
def test_another_question_is_another(first: str, second: str) -> None:
    assert not same_question(first, second)


@given(st.text(max_size=200))
def test_questions_are_words_of_the_message(text: str) -> None:
    asked = questions_in(text)
    assert 1 <= len(asked) <= 3
    assert all(question in text for question in asked)
