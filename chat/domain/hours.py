"""Business hours: weekly, in the site's own time zone.

``{"mon": [["09:00", "12:30"], ["13:30", "18:00"]], …}``; a day that is missing or empty is closed; an empty mapping
means always open. A shift ends the day it starts ("24:00" is its midnight), and before that day's next one starts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

Hours = Mapping[str, Sequence[Sequence[str]]]

#: Shifts in one day: more are a slip, not a break.
SHIFTS = 8

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_TIME = re.compile("([01]?[0-9]|2[0-3]):[0-5][0-9]|24:00")


def check(hours: Hours) -> None:
    """Raises ValueError, naming the day: it is unknown, has too many shifts, or they aren't ascending HH:MM times."""
    for day, shifts in hours.items():
        if day not in DAYS:
            raise ValueError(f"{day}: not a day (use {', '.join(DAYS)})")
        if not isinstance(shifts, list | tuple) or not all(_is_shift(shift) for shift in shifts):
            raise ValueError(f"{day}: a shift is two ascending times, like 09:00 and 18:00")
        if len(shifts) > SHIFTS or _overlap(shifts):
            raise ValueError(f"{day}: shifts follow one another, at most {SHIFTS} of them")


def is_open(hours: Hours, zone: ZoneInfo, now: datetime) -> bool:
    if not hours:
        return True
    now = now.astimezone(UTC)
    return any(start <= now < end for start, end in _shifts(hours, zone, now.astimezone(zone).date()))


def next_opening(hours: Hours, zone: ZoneInfo, now: datetime) -> datetime | None:
    """The next start of a shift after ``now``, in UTC; None if never."""
    today = now.astimezone(zone).date()
    for ahead in range(8):
        for start, _ in _shifts(hours, zone, today + timedelta(days=ahead)):
            if start > now:
                return start
    return None


def _shifts(hours: Hours, zone: ZoneInfo, day: date) -> list[tuple[datetime, datetime]]:
    # In UTC, because two times of one zone compare by the clock on the wall, whichever of its two 2:30s is meant.
    shifts = [
        (_instant(day, start, zone), _instant(day, end, zone)) for start, end in hours.get(DAYS[day.weekday()], ())
    ]
    return sorted((start, end) for start, end in shifts if start < end)


def _instant(day: date, text: str, zone: ZoneInfo) -> datetime:
    # Wall-clock arithmetic: a shift from 9:00 starts at 9:00 on the days when clocks change, too.
    return (datetime.combine(day, time(), zone) + timedelta(minutes=_minutes(text))).astimezone(UTC)


def _is_shift(shift: Sequence[str]) -> bool:
    return (
        isinstance(shift, Sequence)
        and len(shift) == 2
        and all(isinstance(at, str) and _TIME.fullmatch(at) for at in shift)
        and _minutes(shift[0]) < _minutes(shift[1])
    )


def _overlap(shifts: Sequence[Sequence[str]]) -> bool:
    in_order = sorted((_minutes(start), _minutes(end)) for start, end in shifts)
    return any(end > start for (_, end), (start, _) in pairwise(in_order))


def _minutes(text: str) -> int:
    hour, _, minute = text.partition(":")
    return int(hour) * 60 + int(minute)
