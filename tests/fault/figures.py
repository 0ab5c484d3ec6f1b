"""What was measured: arithmetic, and the table that is printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

#: Row, what was measured, how much it was, what to aim at.
Figure = Sequence[str]


def percentile(values: Iterable[float], percent: float) -> float:
    """The smallest value that so many percent don't exceed."""
    ordered = sorted(values)
    return ordered[max(0, ceil(len(ordered) * percent / 100) - 1)]


def number(value: float) -> str:
    return f"{value:,}" if isinstance(value, int) else f"{value:,.3g}"


def table(figures: Iterable[Figure]) -> str:
    ordered = sorted(figures, key=lambda figure: int(figure[0][1:]))
    return "\n".join(f"{row:<4} {what:<76} {much:>14}   {aim}" for row, what, much, aim in ordered)
