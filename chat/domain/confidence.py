"""How sure the bot is that its best entry is meant: a probability, from scores and nothing else.

The numbers are fitted by `python -m tests.bench.bot_fit` on businesses unlike each other, each judged by the others'
numbers: see docs/decisions/0011-meaning-beside-words.md. More evidence (unknown words, agreement of the matchers,
novelty, the FAQ's size) made them worse on businesses never seen.
"""

import math
from collections.abc import Sequence

import msgspec

from chat.domain.matching import Ranked
from chat.domain.words import plain


class Scale(msgspec.Struct, frozen=True):
    """What the scores of one way of matching say, in log-odds: of the best entry, and of its lead over the next."""

    start: float
    score: float
    lead: float


WORDS = Scale(-3.37, 6.41, 6.68)


def confidence_in(ranked: Sequence[Ranked], scale: Scale = WORDS) -> float:
    """In 0..1. The very same words as an entry's are no guess: 1.0."""
    if not ranked:
        return 0.0
    best = ranked[0].score
    if best >= 1.0:
        return 1.0
    odds = scale.start + scale.score * best + scale.lead * (best - runner_up(ranked))
    return 1 / (1 + math.exp(-odds))


def runner_up(ranked: Sequence[Ranked]) -> float:
    """The best score under another title; a choice between two equal titles would help nobody."""
    mine = plain(ranked[0].title)
    return next((found.score for found in ranked[1:] if plain(found.title) != mine), 0.0)
