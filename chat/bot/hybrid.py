"""Which FAQ entries a question is about: by its words and by its meaning together.

Meaning is three views of the same vectors: the entry's closest phrase, all its phrases together, and what a linear
head has learnt from telling this site's entries apart. Where the vectors are of single words, how much of the question
the entry's words cover is a fourth.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future
from itertools import accumulate

import msgspec
import numpy as np

from chat.bot.coverage import Coverage
from chat.bot.vectors import Encoder, Vectors, unit
from chat.domain.confidence import WORDS, Scale
from chat.domain.matching import ALMOST_CERTAIN, Entry, Index, Ranked, best_of
from chat.domain.shorthand import spelt_out
from chat.domain.words import clip, plain

CLOSEST_PHRASE = 0.3
ALL_PHRASES = 0.3
TOLD_APART = 0.4
RIDGE = 1.0
"""How little the head trusts single phrases: most entries have only a few."""


class Profile(msgspec.Struct, frozen=True):
    """An encoder, how much the plain words and their coverage count beside it, and what the mixed scores say."""

    encoder: Encoder
    words: float
    scale: Scale
    coverage: float = 0.0


class HybridIndex:
    """Immutable once built."""

    def __init__(
        self, entries: Iterable[Entry], profile: Profile | None = None, *, meanwhile: Future[Vectors] | None = None
    ) -> None:
        """Without a profile by words alone. `meanwhile`: what a better index waits for."""
        self._meanwhile = meanwhile
        self._entries = tuple(entries)
        self._words = Index(self._entries)
        self._abroad = _Abroad(self._entries)
        self._profile = profile
        self._meaning = _Meaning(self._entries, profile, self._words.weight) if profile and self._entries else None

    def __len__(self) -> int:
        return len(self._entries)

    def outgrown(self) -> bool:
        """A better one can be built now."""
        return self._meanwhile is not None and self._meanwhile.done()

    def rank(self, text: str) -> tuple[Ranked, ...]:
        """The likeliest entries, best first, scores in 0..1; equal scores keep the owner's order."""
        text = spelt_out(text)
        scores = self._words.scores(text)
        if self._profile and self._meaning and _readable(text):
            scores = _mixed(scores, self._meaning.scores(text), words=self._profile.words)
        return best_of(self._abroad.raised(scores, text), self._entries)

    def scale(self, text: str) -> Scale:
        """What the scores for this text say."""
        return self._profile.scale if self._profile and _readable(text) else WORDS


class _Abroad:
    """The wordings in other languages, by words alone and apart: among its own they would blur what an entry means."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._places = [at for at, entry in enumerate(entries) if entry.also]
        also = (entries[at].also for at in self._places)
        self._words = Index(Entry("", title, tuple(others), "") for title, *others in also)

    def raised(self, scores: Mapping[int, float], text: str) -> Mapping[int, float]:
        """`scores` by place, higher where the text is nearer in another language."""
        if not self._places:
            return scores
        found = {self._places[at]: score for at, score in self._words.scores(text).items()}
        return {at: max(scores.get(at, 0.0), found.get(at, 0.0)) for at in {*scores, *found}}


def _readable(text: str) -> bool:
    """The vectors know Latin letters; where most are others, words alone are compared."""
    letters = plain(text).replace(" ", "")
    return sum(map(str.isascii, letters)) * 2 > len(letters)


def _mixed(by_words: Mapping[int, float], by_meaning: Vectors, *, words: float) -> dict[int, float]:
    mixed = dict(enumerate(by_meaning.tolist()))
    for at, score in by_words.items():
        mixed[at] += words * score
    kept = {at: min(ALMOST_CERTAIN, score) for at, score in mixed.items() if score > 0}
    return kept | {at: score for at, score in by_words.items() if score == 1.0}


class _Meaning:
    def __init__(self, entries: Sequence[Entry], profile: Profile, weight: Callable[[str], float]) -> None:
        self._encoder = encoder = profile.encoder
        self._share = 1 - profile.words - profile.coverage
        self._covering = profile.coverage
        self._coverage = Coverage(entries, encoder, weight) if profile.coverage else None
        self._phrases = encoder.encode([phrase for entry in entries for phrase in entry.phrases], keep=True)
        counts = [len(entry.phrases) for entry in entries]
        self._starts = list(accumulate(counts[:-1], initial=0))
        sums = np.add.reduceat(self._phrases, self._starts)
        self._wholes = unit(sums)
        self._head = _ridge(self._phrases, sums)

    def scores(self, text: str) -> Vectors:
        """By place of the entry, the words' share left out; negative where it is about the contrary."""
        asked = self._encoder.encode([clip(text)])[0]
        closest = np.maximum.reduceat(self._phrases @ asked, self._starts)
        wholes, head = self._wholes @ asked, self._head @ asked
        mixed: Vectors = self._share * (CLOSEST_PHRASE * closest + ALL_PHRASES * wholes + TOLD_APART * head)
        return mixed + self._covering * self._coverage.shares(text) if self._coverage else mixed


def _ridge(phrases: Vectors, sums: Vectors) -> Vectors:
    """Least squares from phrases to their entries, a row per entry. Its cost grows with the vectors' length squared,
    hardly with the FAQ's."""
    gram = phrases.T @ phrases
    gram[np.diag_indices_from(gram)] += RIDGE
    head: Vectors = np.linalg.solve(gram, sums.T).T
    return head
