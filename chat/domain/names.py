"""Who asks for one of the team by name asks for a person: the name is heard as if "a person" stood there.

Others have the same names, and some names are words: where a name is told of, greeted, signed with or an ordinary word,
it stays what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from chat.domain import phrases
from chat.domain.function_words import FUNCTION_WORDS
from chat.domain.phrases import names as around
from chat.domain.phrases.asking import CLASSES
from chat.domain.reading import Reading
from chat.domain.words import plain

MARK = "@"
"""No word holds one: see `plain`."""
STAND_INS = ("agent", "agente", "موظف")
"""English, German and French share the first."""

_ORDINARY = (
    frozenset(around.ORDINARY.split())
    .union(*CLASSES.values(), FUNCTION_WORDS, phrases.VALENCE, phrases.THANKS, phrases.CONTENT, phrases.FILLERS)
    .difference(around.RATHER_NAMES.split())
)
_TITLES = frozenset(around.TITLES.split())
_SIGNING = frozenset(around.SIGNING.split())
_DEAR = phrases.GREETINGS | frozenset(around.DEAR.split())
_BESIDE_ALONE = (_DEAR - _SIGNING).union(around.NICELY.split(), (MARK, "."))
_ADDRESSING = _DEAR | _SIGNING | phrases.THANKS | phrases.GOODBYES


class ByName(NamedTuple):
    """`quote`: what is only said of a person who is asked for. `readings`: the message with "a person" for the name."""

    quote: str | None = None
    readings: tuple[Reading, ...] = ()


def heard_by_name(reading: Reading, team: Sequence[str]) -> ByName:
    names = _names_of(tuple(team)) if team else None
    if names is None or not names.search(reading.line):
        return ByName()
    marked = reading.hearing(_meant(reading.line, names), MARK)
    if alone := _alone(marked):
        return ByName(quote=alone)
    left = marked.without(around.APART, only=MARK).without(_ADDRESSED, only=MARK)
    marks = [match.span() for match in re.finditer(MARK, left.line)]
    if not marks:
        return ByName()
    return ByName(left.find(around.WANTED), tuple(left.hearing(marks, word) for word in STAND_INS))


def _alone(marked: Reading) -> str | None:
    """The name, where nothing else is said."""
    at = marked.line.find(MARK)
    return marked.quote(at, at + 1) if at >= 0 and _BESIDE_ALONE.issuperset(marked.line.split()) else None


@lru_cache(maxsize=500)
def _names_of(team: tuple[str, ...]) -> re.Pattern[str] | None:
    """First names and full names, the longest first; those that are no words are groups."""
    ways = sorted({way for name in team for way in _ways(name)}, key=len, reverse=True)
    kept = "|".join(re.escape(way) if way in _ORDINARY else f"({re.escape(way)})" for way in ways)
    return re.compile(rf"(?<!\w)ب?(?:{kept})(?!\w)") if kept else None


def _ways(name: str) -> Iterator[str]:
    parts = [part for part in plain(name).split() if part not in _TITLES]
    return (way for way in (" ".join(parts), *parts[:1]) if len(way) > 1)


def _meant(line: str, names: re.Pattern[str]) -> Iterable[tuple[int, int]]:
    """Where the names stand; those that are words only where they can be nothing else."""
    called = [match.span() for match in around.CALLED.finditer(names.sub(MARK, line))]
    shift = 0
    for match in names.finditer(line):
        at = match.start() - shift
        shift += match.end() - match.start() - len(MARK)
        if match.lastindex or any(start <= at < end for start, end in called):
            yield match.span()


def _words(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words)))


_ADDRESSED = re.compile(
    rf"(?:^|(?<=\. ))(?:(?:{_words(_ADDRESSING)}) )*{MARK}(?: (?:{MARK}|{_words(_ADDRESSING)}))*(?= ?(?:$|\.))"
    rf"(?! \. (?:{around.SPOKEN_TO})(?!\w))"
)
"""A clause that only greets, thanks or signs, unless "are you there?" follows."""
