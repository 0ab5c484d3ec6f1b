"""Tone: English only, bounded, and without a corpus."""

import pytest

from chat.bot.language import TONE_CHARS, read_tone, tone_for, warm


def test_tone_tells_a_happy_visitor_from_an_unhappy_one() -> None:
    warm()
    assert read_tone("This is wonderful, thank you").polarity > 0.5
    assert read_tone("This is a terrible, horrible shop").polarity < -0.5


@pytest.mark.parametrize("text", ["get me an agent!!! 😡", "🤬", "great 😠"])
def test_an_angry_face_is_no_calm_tone(text: str) -> None:
    assert read_tone(text).polarity < -0.5


@pytest.mark.parametrize(
    ("language", "read"), [("en", True), ("en-GB", True), ("de", False), ("ar", False), ("", False)]
)
def test_only_english_has_a_tone(language: str, read: bool) -> None:
    assert (tone_for("schrecklich terrible", language) is not None) is read


def test_only_the_start_of_a_long_message_is_read() -> None:
    assert read_tone("x " * TONE_CHARS + "terrible").polarity == 0.0
