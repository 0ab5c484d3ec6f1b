"""How sure the bot is that its best entry is meant: a probability, from scores and little else.

The numbers are fitted by `python -m tests.bench.bot_fit` on businesses unlike each other, each judged by the others'
numbers: see docs/decisions/0011-meaning-beside-words.md, also for what was tried and told nothing.
"""

import math
from collections.abc import Mapping, Sequence

import msgspec

from chat.domain.matching import Entry, Ranked
from chat.domain.trouble import in_trouble
from chat.domain.words import plain


class Evidence(msgspec.Struct, frozen=True):
    """`score` of the best entry, its `lead` over the next, and of that entry: the logarithm of how many `phrases` it
    has, and `amiss`, 1.0 where the question tells of trouble and it nowhere does."""

    score: float
    lead: float
    phrases: float
    amiss: float


class Scale(msgspec.Struct, frozen=True):
    """What each piece of evidence says in log-odds, for one way of matching."""

    start: float
    score: float
    lead: float
    phrases: float
    amiss: float


WORDS = Scale(-3.38, 6.46, 6.64, 0.05, -1.6)


def confidence_in(ranked: Sequence[Ranked], entries: Mapping[str, Entry], text: str, scale: Scale = WORDS) -> float:
    """In 0..1; all that is ranked is in `entries`. The very same words as an entry's are no guess: 1.0."""
    if not ranked:
        return 0.0
    if ranked[0].score >= 1.0:
        return 1.0
    found = evidence(ranked, entries[ranked[0].entry_id], text)
    odds = (
        scale.start
        + scale.score * found.score
        + scale.lead * found.lead
        + scale.phrases * found.phrases
        + scale.amiss * found.amiss
    )
    return 1 / (1 + math.exp(-odds))


def evidence(ranked: Sequence[Ranked], best: Entry, text: str) -> Evidence:
    return Evidence(
        score=ranked[0].score,
        lead=ranked[0].score - runner_up(ranked),
        phrases=math.log(len(best.phrases)),
        amiss=float(in_trouble(text) and not any(map(in_trouble, best.phrases))),
    )


def runner_up(ranked: Sequence[Ranked]) -> float:
    """The best score under another title; a choice between two equal titles would help nobody."""
    mine = plain(ranked[0].title)
    return next((found.score for found in ranked[1:] if plain(found.title) != mine), 0.0)
