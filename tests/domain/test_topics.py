"""The topics suggested to owners are heard in visitors' own sentences, and not in ordinary ones."""

import pytest

from chat.domain.escalation import read_signals
from chat.domain.topics import SUGGESTED


def heard(topic: str, text: str) -> str | None:
    return read_signals(text, sensitive_topics=SUGGESTED[topic]).sensitive


@pytest.mark.parametrize(
    ("topic", "text", "quote"),
    [
        ("missed delivery", "My parcel never arrived", "never arrived"),
        ("missed delivery", "it still hasn't arrived", "hasn't arrived"),
        ("billing dispute", "I was charged twice for one ticket", "charged twice"),
        ("outage", "Your website is down again", "website is down"),
        ("complaint", "I'd like to make a complaint", "complaint"),
        ("cancellation", "please cancel my subscription today", "cancel my subscription"),
        ("renewal", "It was renewed without asking me", "renewed without"),
    ],
)
def test_a_suggested_topic_is_heard(topic: str, text: str, quote: str) -> None:
    assert heard(topic, text) == quote


@pytest.mark.parametrize("text", ["When does my parcel arrive?", "Can I cancel my order?", "How do I pay the invoice?"])
def test_an_ordinary_question_is_none_of_them(text: str) -> None:
    assert [topic for topic in SUGGESTED if heard(topic, text)] == []
