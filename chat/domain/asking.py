"""Whether a clause is made of little but the words by which people ask for a person, in whatever order.

Frames know how a request is built; who writes a new language, in a hurry or by dictation builds it otherwise. What
gives a request away then is that little else is said: each word wishes, talks, or means people. Log-odds, by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from chat.domain.phrases.asking import CLASSES
from chat.domain.reading import Reading
from chat.domain.words import stem

BIAS = -3.2
ALONE = 0.9
"""Nothing else is said."""
ELSE = -1.0
"""Each word of another matter."""
REFUSED = 3.8
"""Not a machine."""
POINTS: Mapping[str, float] = {
    "whom": 2.4, "anyone": 1.6, "there": 2.0, "talk": 1.3, "real": 1.1, "wish": 0.9, "me": 0.4,
    "be": -0.7, "help": -0.8, "against": -1.2, "fact": -2.2,
}  # fmt: skip
"""Each class counts once."""

_WORD = re.compile(r"[^\s.]+")
_CLAUSE = re.compile(r"[^.]+")
_PREFIX = re.compile(r"^[وف]?(?:ال|بال|لل|ل|ب)")
_AFFIXES = re.compile(rf"{_PREFIX.pattern}|(?<=\w{{3}})(?:ي?كم|ي?ك|ي?نا|ين|ي)$|(?<=\w{{4}})(?:me|nos)?(?:l[oae]s?)?$")
"""What Arabic glues to a noun and Spanish to a verb."""
_JOBS = re.compile(r"agent|operator|manager|assistant|represent|specialist|consultant|berater|asesor|وكيل|موظف")
_ANYBODY = re.compile(r"some|any")
"""Can they help? So asks who only begins to tell; "can a person help me" asks for one."""
_PEOPLE = ("whom", "anyone")
_NAMED = frozenset(
    word for classes in CLASSES.values() for word, kind in classes.items() if kind in (*_PEOPLE, "machine")
)
_OF = frozenset(("of", "de", "d"))
_WHEN = frozenset(("when", "which", "whose"))
_OURS = frozenset(("my", "our", "mein", "meine", "meinem", "meinen", "mon", "ma", "mes", "mi", "mis", "in", "en"))
_YOURS = frozenset(
    ("your", "ur", "ihrer", "ihrem", "ihren", "eurer", "eurem", "euren", "votre", "vos", "su", "sus", "tu")
)


class _Said(NamedTuple):
    word: str
    kind: str
    start: int
    end: int


def asked_in(reading: Reading) -> str | None:
    """The visitor's own words of the first clause that asks for a person, in any language."""
    for clause in _CLAUSE.finditer(reading.line):
        if _NAMED.isdisjoint(_cores(clause.group())):
            continue
        words = [(match.group(), *match.span()) for match in _WORD.finditer(reading.line, *clause.span())]
        for classes in CLASSES.values():
            if span := _request([_Said(word, _kind(word, classes), *at) for word, *at in words]):
                return reading.quote(*span)
    return None


def _cores(clause: str) -> Iterator[str]:
    """The words, and what is left of them without what is glued on."""
    for word in clause.split():
        yield word
        yield stem(word) if word.isascii() else _PREFIX.sub("", word)
        if not word.isascii():
            yield _AFFIXES.sub("", word)


def _kind(word: str, classes: Mapping[str, str]) -> str:
    kind = classes.get(word) or classes.get(stem(word)) or ("other" if word.isdigit() else None)
    return kind or classes.get(_PREFIX.sub("", word)) or classes.get(_AFFIXES.sub("", word)) or "else"


def _request(clause: Sequence[_Said]) -> tuple[int, int] | None:
    if not any(word.kind in (*_PEOPLE, "machine") for word in clause):
        return None
    heard = list(_up_to_the_matter(clause))
    said = [word._replace(kind=_in_context(heard, at)) for at, word in enumerate(heard)]
    if _points(said) <= 0:
        return None
    telling = [word for word in said if word.kind in POINTS or word.kind == "machine"]
    return telling[0].start, telling[-1].end


def _up_to_the_matter(clause: Sequence[_Said]) -> Iterator[_Said]:
    """A request ends where its matter begins, which is behind the person."""
    person = False
    for word in clause:
        if person and word.kind == "matter":
            return
        person = person or word.kind in _PEOPLE
        yield word


def _in_context(said: Sequence[_Said], at: int) -> str:
    """What the word is among its neighbours: an agent is none in "travel agent" or "my agent", nor a human in
    "human hair"; of "your people" anybody will do.
    """
    word, kind, *_ = said[at]
    if kind not in _PEOPLE:
        return "fact" if word in _WHEN else kind
    before = said[at - 1] if at else None
    after = next((each for each in said[at + 1 :] if each.word not in _OF), None)
    if (after and after.kind == "else") or (before and before.word in _OURS):
        return "else"
    if before and before.word in _YOURS:
        return "whom"
    return "else" if before and before.kind == "else" and _JOBS.search(word) else kind


def _points(said: Sequence[_Said]) -> float:
    kinds = {word.kind for word in said}
    refused = _refused(said)
    if not (refused or kinds & {*_PEOPLE}):
        return 0.0
    if "whom" in kinds:
        kinds.discard("anyone")
    if not any(_ANYBODY.match(word.word) for word in said):
        kinds.discard("help")
    others = sum(word.kind == "else" for word in said)
    alone = ALONE if not others and "fact" not in kinds else 0.0
    return BIAS + sum(POINTS.get(kind, 0.0) for kind in kinds) + others * ELSE + alone + REFUSED * refused


def _refused(said: Sequence[_Said]) -> bool:
    """ "No robots", where "the robot does not …" is a report."""
    against = next((word.start for word in said if word.kind == "against"), None)
    return against is not None and any(word.kind == "machine" and word.start > against for word in said)
