"""What one site's own visitors and agents teach about the bot's confidence, and what the owner's slider does with it.

Confidence is a probability. A site's correction is one number in log-odds, by which all its confidences are too high
or too low: the likeliest one given the verdicts, with a prior that a handful of them can't overturn. One number, for
a small business has tens of verdicts and not thousands.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import msgspec

#: The prior: most sites are within this of no correction at all.
SPREAD = 0.5
#: Whatever the verdicts say, in log-odds.
MOST = 1.5
#: What one step of the slider is worth in log-odds, and how many there are on each side.
STEP = 0.4
STEPS = 2

_ALMOST = 1e-4


class Verdict(msgspec.Struct, frozen=True):
    """An answer that was given, or drafted, with this confidence turned out right or wrong."""

    confidence: float
    right: bool


class Effect(msgspec.Struct, frozen=True, kw_only=True):
    """What a position of the slider would have meant: the share of ``turns`` answered by the bot itself, and of those
    with a verdict (``judged``) the share that was right; None where there is none."""

    turns: int
    answered: float | None
    judged: int
    right: float | None


def correction(verdicts: Sequence[Verdict]) -> float:
    """In log-odds, to be added to each confidence; 0.0 without verdicts."""
    shift = 0.0
    # Newton's method on a concave sum: a dozen steps are far more than it takes.
    for _ in range(12):
        said = [corrected(verdict.confidence, shift) for verdict in verdicts]
        slope = sum(verdict.right - p for verdict, p in zip(verdicts, said, strict=True)) - shift / SPREAD**2
        bend = sum(p * (1 - p) for p in said) + 1 / SPREAD**2
        shift += slope / bend
    return max(-MOST, min(MOST, shift))


def corrected(confidence: float, shift: float) -> float:
    """The ends stay what they are: the very same words as an entry's are no guess."""
    if not 0.0 < confidence < 1.0:
        return confidence
    return _probability(_odds(confidence) + shift)


def cut(base: float, slider: int) -> float:
    """Where the bot begins to answer: ``slider`` from -STEPS (asks people sooner) to STEPS (answers more itself)."""
    return _probability(_odds(base) - STEP * max(-STEPS, min(STEPS, slider)))


def effect(confidences: Iterable[float], verdicts: Iterable[Verdict], *, shift: float, cut: float) -> Effect:
    """On a site's own history, as if it had been set so."""
    turns = [corrected(each, shift) >= cut for each in confidences]
    judged = [verdict.right for verdict in verdicts if corrected(verdict.confidence, shift) >= cut]
    return Effect(turns=len(turns), answered=_share(turns), judged=len(judged), right=_share(judged))


def _share(yes: Sequence[bool]) -> float | None:
    return sum(yes) / len(yes) if yes else None


def _odds(p: float) -> float:
    p = max(_ALMOST, min(1 - _ALMOST, p))
    return math.log(p / (1 - p))


def _probability(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))
