"""Topics that people answer: what many owners want for a start, and how an owner's own are heard."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from chat.domain.words import plain, stem

#: Each with visitors' words for it; an owner takes what fits and adds the rest. Nothing is on before an owner says so.
SUGGESTED: Mapping[str, tuple[str, ...]] = {
    "missed delivery": (
        "missed delivery", "never arrived", "not arrived", "hasnt arrived", "didnt arrive", "lost parcel",
        "lost package", "parcel is missing", "package is missing", "wrong address", "stolen parcel",
    ),
    "billing dispute": (
        "charged twice", "double charged", "overcharged", "wrong amount", "wrong invoice", "didnt authorise",
        "didnt authorize", "unknown charge", "dispute", "chargeback", "billing error",
    ),
    "outage": ("outage", "website is down", "site is down", "service is down", "not loading", "keeps crashing"),
    "complaint": (
        "complaint", "complain", "ombudsman", "lawyer", "solicitor", "legal action", "sue you", "suing you",
        "see you in court", "trading standards",
    ),
    "cancellation": (
        "cancel my subscription", "cancel my account", "cancel my contract", "close my account",
        "terminate my contract", "cancellation fee",
    ),
    "renewal": ("renewal", "auto renew", "renewed without", "renew my contract", "renew my subscription"),
}  # fmt: skip

LEAST_BASE = 4
_STRIPPED = ("ations", "ation", "ings", "ing", "ies", "ied", "es", "ed", "s")
_NO_PLURAL = ("ss", "us", "is")
_AFTER_E = "e|es|ed|ing|ings|able|ation|ations|al|als|ement|ements"
_AFTER_Y = "y|ies|ied|ying|ic"
_AFTER = "s|es|ed|en|ing|ings|able|ation|ations|ment|ments"
_DOUBLED = "ed|ing|ings|able|ation|ations"


def heard(line: str, topics: Sequence[str], language: str = "en") -> str | None:
    """The topic that `line`, a Reading's, mentions first: as its owner wrote it, for it is the owner's rule."""
    own, pattern = _wanted(tuple(topics), language.partition("-")[0] == "en")
    found = pattern.search(line) if own else None
    return own[found.lastindex - 1] if found and found.lastindex else None


@lru_cache(maxsize=500)
def _wanted(topics: tuple[str, ...], english: bool) -> tuple[tuple[str, ...], re.Pattern[str]]:
    own = tuple(topic for topic in topics if plain(topic))
    ways = (" ".join(_any_form(word, english) for word in plain(topic).split()) for topic in own)
    return own, re.compile("|".join(f"({way})" for way in ways))


def _any_form(word: str, english: bool) -> str:
    # Other scripts glue articles in front (Arabic) or don't space their words at all (Chinese).
    if not word.isascii():
        return rf"\w*{re.escape(word)}\w*"
    if len(word) <= LEAST_BASE:
        return rf"\b{word}s?\b"
    # Where words are put together (Kündigungsfrist) or end in more ways than we know, any ending will do.
    return rf"\b(?:{'|'.join(map(_inflected, _bases(word)))})\b" if english else rf"\b{stem(word)}\w*"


def _bases(word: str) -> Sequence[str]:
    """What the word may be a form of, itself first: 'crashes' → 'crash', 'policies' → 'policy', never 'polic'."""
    return [word, *dict.fromkeys(base for base in _cut(word) if len(base) >= LEAST_BASE)]


def _cut(word: str) -> Iterator[str]:
    for ending in _STRIPPED:
        base = word.removesuffix(ending)
        if base == word or (ending in ("s", "es") and word.endswith(_NO_PLURAL)):
            continue
        if ending in ("ies", "ied"):
            yield f"{base}y"
        elif ending in ("s", "es"):
            yield base
        else:
            yield from (base, f"{base}e", *([base[:-1]] if base[-1:] == base[-2:-1] else []))


def _inflected(base: str) -> str:
    if base[-1] == "e":
        return f"{base[:-1]}(?:{_AFTER_E})"
    if base[-1] == "y" and base[-2] not in "aeiou":
        return f"{base[:-1]}(?:{_AFTER_Y})"
    doubled = f"|{base[-1]}(?:{_DOUBLED})" if base[-1] in "bdglmnprt" else ""
    return f"{base}(?:{_AFTER}{doubled})?"
