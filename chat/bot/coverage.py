"""How much of a question an entry's own words cover: what it leaves over may be what the question is about.

Each word of the question counts by the entry's word nearest in meaning, and the more the fewer entries use it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate, chain

import numpy as np

from chat.bot.vectors import Encoder, Vectors
from chat.domain.matching import Entry
from chat.domain.words import plain, stem

LONGEST = 60
"""Different words that are read of one question: each is compared with all of the FAQ's."""


class Coverage:
    """Immutable once built. `weight` is of a word's stem."""

    def __init__(self, entries: Sequence[Entry], encoder: Encoder, weight: Callable[[str], float]) -> None:
        self._encoder = encoder
        self._weight = weight
        words = [sorted({word for phrase in entry.phrases for word in plain(phrase).split()}) for entry in entries]
        # An entry without words gets one that is like no other.
        own = [mine or [""] for mine in words]
        places = {word: at for at, word in enumerate(dict.fromkeys(chain.from_iterable(own)))}
        self._vectors = encoder.encode(list(places))
        self._places = np.array([places[word] for words in own for word in words])
        self._starts = list(accumulate(map(len, own[:-1]), initial=0))

    def shares(self, text: str) -> Vectors:
        """By place of the entry, 0..1."""
        asked = list(dict.fromkeys(plain(text).split()))[:LONGEST]
        if not asked:
            return np.zeros(len(self._starts), np.float32)
        likeness = np.maximum(self._vectors @ self._encoder.encode(asked).T, 0.0)
        nearest = np.maximum.reduceat(likeness.take(self._places, axis=0), self._starts)
        weights = np.array([self._weight(stem(word)) for word in asked], np.float32)
        shares: Vectors = nearest @ weights / weights.sum()
        return shares
