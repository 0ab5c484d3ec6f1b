"""Hearing that a person is wanted, and not hearing it where it isn't said."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat.domain.escalation import Tone, is_courtesy, read_signals

GLOOMY = Tone(-0.7, 0.9)


@pytest.mark.parametrize(
    "text",
    [
        "Can I talk to someone?",
        "i want to speek to a humna",
        "agent please",
        "HUMAN!!!",
        "get me a real person",
        "Put me through to your manager.",
        "I don't want to talk to a bot",
        "Is anybody there?",
        "Are you a bot? I want to speak to a person.",
        "Kann ich mit einem Menschen sprechen?",
        "Mitarbeiter bitte",
        "Je voudrais parler à quelqu’un",
        "un conseiller s'il vous plaît",
        "Quiero hablar con una persona",
        "¿Hay alguien ahí?",
        "أريد التحدث مع شخص",
        "هل يمكنني التحدث إلى موظف؟",
    ],
)
def test_a_request_for_a_person_is_heard(text: str) -> None:
    assert read_signals(text).asks_person


@pytest.mark.parametrize(
    "text",
    [
        "Are you a bot?",
        "are you human?",
        "Am I talking to a real person?",
        "is this a robot",
        "Bist du ein Mensch?",
        "Rede ich mit einer Maschine?",
        "Êtes-vous un robot ?",
        "¿Eres humano?",
        "¿Estoy hablando con una persona?",
        "هل أنت روبوت؟",
    ],
)
def test_asking_what_we_are_is_no_request_for_a_person(text: str) -> None:
    signals = read_signals(text)
    assert signals.asks_if_bot
    assert not signals.asks_person


@pytest.mark.parametrize(
    "text",
    [
        "Do you sell human hair wigs?",
        "I am a travel agent, is there a discount?",
        "Which cleaning agent is safe?",
        "Can I bring another person?",
        "is there a person in the shop on Sunday?",
        "Price per person?",
        "Are you a human hair shop?",
        "Is this machine washable?",
        "do you have a support group",
        "Wie viele Personen passen in einen Kurs?",
        "quiero un robot de cocina",
        "كم السعر للشخص؟",
    ],
)
def test_traps_are_neither(text: str) -> None:
    signals = read_signals(text)
    assert not signals.asks_person
    assert not signals.asks_if_bot


def test_the_evidence_is_in_the_visitors_own_words() -> None:
    assert read_signals("Hello, Can I TALK to sommeone, please?").asks_person == "TALK to sommeone"


@pytest.mark.parametrize("text", ["It's urgent!", "I smell gas", "my card was stolen", "Das ist ein Notfall"])
def test_what_cannot_wait_is_urgent(text: str) -> None:
    assert read_signals(text).urgent


@pytest.mark.parametrize("text", ["It's not urgent", "Where is the emergency exit?", "Is an urgent care nearby?"])
def test_what_only_sounds_urgent_can_wait(text: str) -> None:
    assert not read_signals(text).urgent


@pytest.mark.parametrize(
    ("text", "tone", "quote"),
    [
        ("This is the third time I ask", None, "third time"),
        ("You are useless", None, "You are useless"),
        ("I'm still waiting for my parcel, awful", GLOOMY, "still waiting"),
        ("STILL NO PARCEL TODAY", GLOOMY, "STILL NO"),
    ],
)
def test_frustration_is_heard_with_its_words(text: str, tone: Tone | None, quote: str) -> None:
    assert read_signals(text, tone=tone).frustration == quote


@pytest.mark.parametrize("text", ["Hello: a person", "No, (a person)", "Please … a person"])
def test_a_quote_begins_with_a_word(text: str) -> None:
    assert read_signals(text).asks_person == "a person"


@pytest.mark.parametrize(("text", "tone"), [("Is chocolate bad for dogs?", GLOOMY), ("It still isn't here", None)])
def test_a_gloomy_word_or_a_delay_alone_is_no_frustration(text: str, tone: Tone | None) -> None:
    assert read_signals(text, tone=tone).frustration is None


def test_the_owners_topics_are_heard_in_their_forms_and_named() -> None:
    topics = ("refund", "legal action", "退款", "استرداد")
    heard = [
        read_signals(text, sensitive_topics=topics).sensitive
        for text in ("I was refunded twice", "我要退款吗", "الاسترداد")
    ]
    assert heard == ["refund", "退款", "استرداد"]
    assert read_signals("It funds legal advice", sensitive_topics=topics).sensitive is None


@pytest.mark.parametrize(
    "text", ["thanks", "Thank you so much!", "ok great", "bye", "👍", "Danke schön", "merci beaucoup", "شكرا"]
)
def test_courtesies_ask_nothing(text: str) -> None:
    assert is_courtesy(text)


@pytest.mark.parametrize("text", ["thanks but it still leaks", "hi, are you open?", "for the evening?", "hi", "", "🤔"])
def test_a_question_with_manners_is_a_question(text: str) -> None:
    assert not is_courtesy(text)


@given(st.text(max_size=300))
def test_every_quote_is_a_part_of_the_message(text: str) -> None:
    signals = read_signals(text, tone=GLOOMY, sensitive_topics=("a",))
    for quote in (signals.asks_person, signals.asks_if_bot, signals.frustration, signals.urgent):
        assert quote is None or (quote in text and len(quote) <= 200)


@pytest.mark.parametrize("word", ["a ", "to a ", "not ", "talk to ", "are you really ", ". ", "a.", "x", "😀", "字"])
def test_ten_thousand_characters_take_bounded_time(word: str) -> None:
    started = process_time()
    read_signals((word * 10_000)[:10_000])
    assert process_time() - started < 0.5
