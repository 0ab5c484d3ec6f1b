"""One angry message is enough; a plain sad one, a delay or a mishap is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat.bot.language import read_tone
from chat.domain.escalation import UPSET_AT, Tone, frustration_score, read_signals

ANGRY = [
    "This is the third time I'm writing, why does nobody answer?",
    "Your service is terrible, I've been waiting for two weeks and still nothing",
    "I was on hold for 45 minutes and then you hung up on me!!",
    "What a joke. You lost my parcel and nobody cares",
    "I WANT MY MONEY BACK NOW, THIS IS RIDICULOUS",
    "You people are useless, I will never order here again",
    "Seriously? It broke after two days and you refuse to replace it",
    "This is the worst company I have ever dealt with",
    "Stop sending me the same useless answer!!!",
    "I am sick of this. Cancelled again without a word",
    "So frustrating, your website crashes every single time and no one helps",
    "you charged me twice and keep ignoring my emails, unacceptable",
]
CALM = [
    "My parcel hasn't arrived yet, could you check please?",
    "I'm sad that the blue one is sold out",
    "The handle is broken, how do I get a replacement?",
    "Can I cancel my order?",
    "My dog died and I'd like to return the food I bought",
    "I forgot my password and can't log in",
    "Is there a problem with the website?",
    "Why was I charged twice?",
    "It's still not here, is that normal?",
    "What is the worst time of the year to plant roses?",
    "I lost my ring size card, can you send another one?",
    "Sorry, I made a mistake in my address!",
]


def score(text: str) -> float:
    return frustration_score(text, read_tone(text))


@pytest.mark.parametrize("text", ANGRY)
def test_one_angry_message_is_enough(text: str) -> None:
    assert score(text) >= UPSET_AT


@pytest.mark.parametrize("text", CALM)
def test_a_mishap_told_calmly_is_none(text: str) -> None:
    assert score(text) < UPSET_AT


@pytest.mark.parametrize(
    ("calmer", "angrier"),
    [
        ("where are our parcels", "WHERE ARE OUR PARCELS"),
        ("it doesn't work", "it doesn't work!!!"),
        ("the box was helpful", "the box was not helpful"),
        ("I waited", "I waited for three hours"),
        ("It is bad", "It is sooooo bad"),
    ],
)
def test_what_makes_it_worse(calmer: str, angrier: str) -> None:
    assert score(calmer) < score(angrier)


def test_the_second_grumble_is_heard_the_first_is_not() -> None:
    first, second = "It's still not here after two weeks", "Why is it still not here?"
    assert read_signals(first).frustration is None
    assert read_signals(second, earlier=["Where is my parcel?"]).frustration is None
    assert read_signals(second, earlier=[first, "My number is 12"]).frustration == "still not"


def test_a_turn_of_phrase_is_quoted_before_a_word() -> None:
    upset = read_signals("Awful. You hung up on me, this is the third time!", tone=Tone(-0.9, 0.9))
    assert upset.frustration == "third time"


@given(st.text(max_size=200), st.floats(-1, 1))
def test_a_score_is_a_share(text: str, polarity: float) -> None:
    assert 0 <= frustration_score(text, Tone(polarity, 0.5)) <= 1
