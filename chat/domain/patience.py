"""How a visitor's mood mounts over messages: a good listener hears the second grumble as more than a first.

Log-odds like `frustration`'s: what this message and the latest before it say is added up. A short prod ("hello??") or
the same words again say nothing by themselves and much after a reply.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from chat.domain.frustration import BIAS, Mood, mood_in
from chat.domain.function_words import FUNCTION_WORDS
from chat.domain.phrases import NEGATIONS, VALENCE
from chat.domain.reading import Reading
from chat.domain.typos import mend
from chat.domain.words import words

LATEST = 3
"""So many messages before this one count."""
LEAST = 0.3
"""Log-odds that a message must add to count: every text has a word of trouble."""
PRODS = 1.6
REPEATS = 1.2
STRESSES = 0.9
REFUSES = 0.8
EXCLAIMS = 0.5
REPEATED_FROM = 0.5
"""Words in common, of all."""
PROD_CHARS = 30

_PLAIN = (FUNCTION_WORDS | VALENCE.keys() | NEGATIONS) - {"i", "a", "ok", "it", "us", "am"}

_PROD = re.compile(
    r"\W*(?:(?:he+ll+o+|hi+|hey+|anyone|well|what|so)\W*)?(?:[?!]{2,}|\.{3,})\W*"
    r"|\W*(?:oh )?(?:bruh|wow|jee+z|ugh+|argh+|omg|come on|seriously|really|unreal)\W*",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\W*(?:no|nope|nah|wrong|incorrect|false|not)\b(?!\W*(?:thank|problem|worries|rush))", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")


def mounted(mood: Mood, text: str, earlier: Sequence[str]) -> float:
    """How upset the conversation sounds by now, 0..1; 0 where the message is all there is to it."""
    latest = earlier[-LATEST:]
    adds = _adds(mood, text, latest)
    if not latest or adds < LEAST:
        return 0.0
    before = (_adds(mood_in(Reading(said, mend=mend), None), said, latest[:at]) for at, said in enumerate(latest))
    mounting = sum(max(0.0, each - LEAST) for each in before)
    return 1 / (1 + math.exp(-(BIAS + adds + mounting))) if mounting or _retort(text, latest) else 0.0


def _adds(mood: Mood, text: str, earlier: Sequence[str]) -> float:
    return math.log(mood.score / (1 - mood.score)) - BIAS + _retort(text, earlier)


def _retort(text: str, earlier: Sequence[str]) -> float:
    """What the message says only because others, and our replies, went before it."""
    if not earlier:
        return 0.0
    signs = (
        (PRODS, len(text) <= PROD_CHARS and _PROD.fullmatch(text)),
        (REPEATS, any(_same(text, said) for said in earlier)),
        (REFUSES, _REFUSED.match(text)),
        (STRESSES, _stresses(text) or (text.isupper() and not any(map(str.isupper, earlier)))),
        (EXCLAIMS, "!" in text and not any(points < 0 for points in map(VALENCE.get, words(text)) if points)),
    )
    return sum(points for points, there in signs if there)


def _stresses(text: str) -> bool:
    """A plain word in capitals among others that aren't: no acronym, and no stuck key."""
    return not text.isupper() and any(word.isupper() and word.lower() in _PLAIN for word in _WORD.findall(text))


def _same(text: str, said: str) -> bool:
    ours, theirs = set(words(text)), set(words(said))
    return len(ours & theirs) > REPEATED_FROM * len(ours | theirs)
