"""The topics suggested to owners are heard in visitors' own sentences, and not in ordinary ones."""

from collections.abc import Sequence

import pytest

from chat.domain.escalation import read_signals
from chat.domain.topics import SUGGESTED


def heard(topics: Sequence[str], text: str, language: str = "en") -> str | None:
    return read_signals(text, language=language, sensitive_topics=topics).sensitive


@pytest.mark.parametrize(
    ("topic", "text", "rule"),
    [
        ("missed delivery", "My parcel never arrived", "never arrived"),
        ("missed delivery", "it still hasn't arrived", "hasnt arrived"),
        ("billing dispute", "I was charged twice for one ticket", "charged twice"),
        ("outage", "Your website is down again", "website is down"),
        ("complaint", "I'd like to make a complaint", "complaint"),
        ("cancellation", "please cancel my subscription today", "cancel my subscription"),
        ("renewal", "It was renewed without asking me", "renewed without"),
    ],
)
def test_a_suggested_topic_is_heard(topic: str, text: str, rule: str) -> None:
    assert heard(SUGGESTED[topic], text) == rule


@pytest.mark.parametrize("text", ["When does my parcel arrive?", "Can I cancel my order?", "How do I pay the invoice?"])
def test_an_ordinary_question_is_none_of_them(text: str) -> None:
    assert [topic for topic in SUGGESTED if heard(SUGGESTED[topic], text)] == []


@pytest.mark.parametrize(
    ("topic", "forms", "others"),
    [
        ("crash", "crash crashes crashed crashing", "crashproof crashpad"),
        ("complaint", "complaint complaints", "complaisant"),
        ("refund", "refunds refunded refunding refundable", "fund fundament"),
        ("cancellation", "cancellation cancellations cancel cancels cancelled canceled", "canceller council"),
        ("cancel", "cancelled cancelling cancellation", "cancerous"),
        ("police", "police policing", "policy policies"),
        ("policies", "policy policies", "police polite"),
        ("allergy", "allergy allergies allergic", "allegory"),
        ("injured", "injured injure injures injuring", "injection"),
        ("suicide", "suicide suicides suicidal", "suite"),
        ("fires", "fires fire fired", "first firm"),
        ("speed", "speed speeds speeding", "special spend"),
        ("order", "order orders ordered ordering", "ordinary ordeal"),
        ("court", "court courts", "courtesy courteous"),
        ("press", "press pressed presses", "present president"),
        ("plane", "plane planes", "planet plant"),
        ("billing", "billing bill billed bills", "billion"),
        ("fire", "fire fires", "first fired"),
        ("Legal Action", "legal-actions", "legally actionable"),
    ],
)
def test_a_word_is_heard_in_its_forms_and_in_no_other_word(topic: str, forms: str, others: str) -> None:
    rules = ["swan", topic]
    assert [form for form in forms.split() if heard(rules, f"about {form}, please") != topic] == []
    assert [other for other in others.split() if heard(rules, f"about {other}, please")] == []


def test_the_topic_mentioned_first_is_named_as_its_owner_wrote_it() -> None:
    assert heard(["Lawyer", "Crash!", "  "], "it CRASHED, my lawyer says") == "Crash!"
    assert heard(["🤖"], "crash 🤖") is None


def test_in_other_languages_any_ending_will_do() -> None:
    assert heard(["Kündigung"], "Welche Kündigungsfrist gilt?", "de-AT") == "Kündigung"
