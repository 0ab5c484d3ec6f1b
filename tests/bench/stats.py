"""Medians of rounds. Ratios are made within a round, so that a machine which is slower for a while is so for both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, kw_only=True)
class Ratio:
    """``value`` is the median of the rounds' ratios (of the figures, without a peer); ``spread`` its least and most."""

    ours: float
    peer: float | None
    value: float
    spread: tuple[float, float]
    rounds: int


def ratio_of(ours: Sequence[float], peer: Sequence[float]) -> Ratio:
    """Raises ValueError where one has fewer rounds."""
    ratios = [mine / theirs for mine, theirs in zip(ours, peer, strict=True)]
    return Ratio(
        ours=median(ours),
        peer=median(peer),
        value=median(ratios),
        spread=(min(ratios), max(ratios)),
        rounds=len(ratios),
    )


def absolute(ours: Sequence[float]) -> Ratio:
    return Ratio(ours=median(ours), peer=None, value=median(ours), spread=(min(ours), max(ours)), rounds=len(ours))


def figures(value: float | None) -> str:
    """Three digits that count: 0.0123, 12.3, 1,234."""
    if value is None:
        return "–"
    if value in (float("inf"), 0):
        return "∞" if value else "0"
    digits = max(0, 2 - len(str(int(abs(value)))) + 1) if abs(value) >= 1 else 3
    return f"{value:,.{digits}f}"
