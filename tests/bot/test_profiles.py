"""Which way of comparing is used, and that nobody waits for a slow one."""

from collections.abc import Sequence
from concurrent.futures import Future
from threading import Event

import numpy as np
import pytest
from django.conf import LazySettings

from chat.bot import profiles, vectors
from chat.bot.hybrid import Profile
from chat.bot.pieces import Pieces
from chat.bot.vectors import Vectors
from chat.domain.matching import Entry

FAQ = [Entry(str(n), f"Question {n}", (), "") for n in range(profiles.READ_AT_ONCE + 1)]


class Slow:
    """Reads nothing before it is let go."""

    def __init__(self) -> None:
        self.go = Event()
        self._read: set[str] = set()

    def encode(self, texts: Sequence[str], *, keep: bool = False) -> Vectors:
        self.go.wait(10)
        self._read.update(texts)
        return np.ones((len(texts), 2), np.float32)

    def unread(self, texts: Sequence[str]) -> list[str]:
        return [text for text in texts if text not in self._read]


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch, settings: LazySettings) -> Slow:
    slow = Slow()
    settings.BOT_PROFILE = "semantic"
    chosen = Profile(slow, 0.2, profiles.SEMANTIC)
    real = profiles.profile
    monkeypatch.setattr(profiles, "profile", lambda name: real(name) if name == "light" else chosen)
    return slow


def test_a_slow_encoder_keeps_nobody_waiting(slow: Slow) -> None:
    meanwhile = profiles.build(FAQ)
    assert meanwhile.rank("question 7")[0].entry_id == "7" and not meanwhile.outgrown()
    slow.go.set()
    assert isinstance(meanwhile._meanwhile, Future)
    meanwhile._meanwhile.result(10)
    assert meanwhile.outgrown() and not profiles.build(FAQ).outgrown()


def test_an_unknown_profile_is_refused(settings: LazySettings) -> None:
    settings.BOT_PROFILE = "oracle"
    with pytest.raises(LookupError, match="oracle"):
        profiles.build(FAQ)


def test_words_alone_need_no_vectors() -> None:
    assert profiles.profile("words") is None


def test_pieces_are_joined_lowest_number_first() -> None:
    pieces = Pieces({"\u2581": 1, "a": 2, "b": 3, "c": 4, "ab": 5, "bc": 6, "\u2581ab": 7, "abc": 8})
    assert pieces.of_word("abc") == (7, 4)
    assert pieces.of_word("xa") == (1, 2)


def test_texts_of_one_meaning_are_near() -> None:
    encoder = vectors.light()
    assert encoder
    car, vehicle, cheese, nothing = encoder.encode(["my car", "our vehicle", "swiss cheese", "?"])
    assert car @ vehicle > 2 * (car @ cheese)
    assert not nothing.any()
