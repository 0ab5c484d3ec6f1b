"""Business hours: weekly, in the site's own time zone.

``{"mon": [["09:00", "12:30"], ["13:30", "18:00"]], …}``; a day that is missing or empty is closed; an empty mapping
means always open. A shift ends the day it starts ("24:00" is its midnight).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

Hours = Mapping[str, Sequence[Sequence[str]]]

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def check(hours: Hours) -> None:
    """Raises ValueError, naming the day, when a day is unknown or a shift is not two ascending HH:MM times."""
    for day, shifts in hours.items():
        if day not in DAYS:
            raise ValueError(f"{day}: not a day (use {', '.join(DAYS)})")
        for shift in shifts:
            if len(shift) != 2 or not _minutes(shift[0]) < _minutes(shift[1]):
                raise ValueError(f"{day}: a shift is two ascending times, like 09:00 and 18:00")


def is_open(hours: Hours, zone: ZoneInfo, now: datetime) -> bool:
    if not hours:
        return True
    return any(start <= now < end for start, end in _shifts(hours, zone, now.astimezone(zone).date()))


def next_opening(hours: Hours, zone: ZoneInfo, now: datetime) -> datetime | None:
    """The next start of a shift after ``now``, as an aware datetime in ``zone``; None if never."""
    today = now.astimezone(zone).date()
    for ahead in range(8):
        for start, _ in _shifts(hours, zone, today + timedelta(days=ahead)):
            if start > now:
                return start
    return None


def _shifts(hours: Hours, zone: ZoneInfo, day: date) -> list[tuple[datetime, datetime]]:
    midnight = datetime.combine(day, time(), zone)
    # Wall-clock arithmetic: a shift from 9:00 starts at 9:00 on the days when clocks change, too.
    return [
        (midnight + timedelta(minutes=_minutes(start)), midnight + timedelta(minutes=_minutes(end)))
        for start, end in sorted(map(tuple, hours.get(DAYS[day.weekday()], ())))
    ]


def _minutes(text: str) -> int:
    hour, _, minute = text.partition(":")
    minutes = int(hour) * 60 + int(minute)
    if not (0 <= minutes <= 24 * 60 and 0 <= int(minute) < 60):
        raise ValueError(f"{text}: not a time of day")
    return minutes
