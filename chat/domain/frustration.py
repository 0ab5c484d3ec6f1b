"""How upset a message sounds, 0..1, and by which of its words.

A logistic model over features that a reader can check. Its weights are log-odds set by hand, by what each tells in
customer service; no text was learned from. `TextBlob` reads the tone, the rest are words and habits of writing.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from chat.domain import phrases
from chat.domain.reading import QUOTE_CHARS, Reading
from chat.domain.words import stem


class Tone(msgspec.Struct, frozen=True):
    """TextBlob's reading: polarity -1..1, subjectivity 0..1."""

    polarity: float
    subjectivity: float


class Mood(msgspec.Struct, frozen=True):
    """`score` is in 0..1; `quote` the words that weighed most, at most 200 characters."""

    score: float
    quote: str


class _Weight(NamedTuple):
    points: float
    start: int = -1
    end: int = -1


BIAS = -2.0
MOST = 30.0
"""Log-odds beyond this are certain, and exp() stays finite."""
FAINT = 0.6
SHOUTED_WORDS = 3
STRONG = 1.8
CURT = 4
"""Words and stops."""

_INSISTENT = re.compile(r"[!?]{3,}|!{2,}")
_STRETCHED = re.compile(r"([a-z])\1{2,}", re.IGNORECASE)
_WORD = re.compile(r"[^\s.#]+")


def mood_in(reading: Reading, tone: Tone | None) -> Mood:
    turns = list(_turns(reading.line))
    spoken = [word for word in _spoken(reading.line) if not _told(word, turns)]
    total = BIAS + sum(
        weight.points
        for weight in (*turns, *spoken, *_written(reading.text), *_curt(spoken, reading.line), *_toned(tone))
    )
    # A turn of phrase tells an agent more than a single word does.
    quote = _heaviest(reading, turns) or _heaviest(reading, spoken) or reading.text.strip()[:QUOTE_CHARS]
    return Mood(1 / (1 + math.exp(-max(-MOST, min(MOST, total)))), quote)


def _told(word: _Weight, turns: Iterable[_Weight]) -> bool:
    """Whether a turn of phrase has said it already: the "not" in "still not"."""
    return 0 < word.points <= FAINT and any(turn.start <= word.start < turn.end for turn in turns)


def _heaviest(reading: Reading, weights: Iterable[_Weight]) -> str | None:
    telling = [weight for weight in weights if weight.points > 0]
    if not telling:
        return None
    heaviest = max(telling, key=lambda weight: weight.points)
    return reading.quote(heaviest.start, heaviest.end)


def _turns(line: str) -> Iterator[_Weight]:
    for pattern, points, most in phrases.TURNS:
        for match, _ in zip(pattern.finditer(line), range(most), strict=False):
            yield _Weight(points, match.start(), match.end())


def _spoken(line: str) -> Iterator[_Weight]:
    """Words by their valence; "not" before a good word makes it a bad one, before a bad one takes its edge off."""
    negated_until = intense_until = -1
    for at, match in enumerate(_WORD.finditer(line)):
        word = match.group()
        if points := phrases.VALENCE.get(word) or phrases.VALENCE.get(stem(word)) or 0.0:
            if at <= negated_until:
                points *= -0.8 if points < 0 else -0.3
            yield _Weight(points * (1.3 if at <= intense_until else 1.0), match.start(), match.end())
        if word in phrases.NEGATIONS:
            negated_until = at + 3
        if word in phrases.INTENSE:
            intense_until = at + 2


def _written(text: str) -> Iterator[_Weight]:
    if _shouts(text):
        yield _Weight(1.3)
    if _INSISTENT.search(text):
        yield _Weight(0.4)
    if _STRETCHED.search(text):
        yield _Weight(0.3)


def _curt(spoken: Sequence[_Weight], line: str) -> Iterator[_Weight]:
    """Who says one bad word and nothing else means it."""
    if any(word.points >= STRONG for word in spoken) and len(line.split()) <= CURT:
        yield _Weight(1.3)


def _toned(tone: Tone | None) -> Iterator[_Weight]:
    if tone is not None:
        yield _Weight(0.4 * tone.subjectivity - 1.5 * tone.polarity)


def _shouts(text: str) -> bool:
    """Mostly capitals, in scripts that have them, over more than an acronym or two."""
    spoken = text.split()
    loud = [word for word in spoken if len(word) >= SHOUTED_WORDS and word.isupper()]
    return len(loud) >= SHOUTED_WORDS and 2 * len(loud) >= len(spoken)
