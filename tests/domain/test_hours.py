"""Business hours on ordinary days, at midnight, and when clocks change."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from chat.domain.hours import Hours, check, is_open, next_opening

BERLIN = ZoneInfo("Europe/Berlin")
WEEK: Hours = {
    "mon": [["09:00", "12:30"], ["13:30", "18:00"]],
    "sat": [["10:00", "24:00"]],
    "sun": [["00:00", "02:00"]],
}


def berlin(text: str) -> datetime:
    """Wall-clock time in Berlin as the UTC instant; 2026-11-23 is a Monday."""
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN).astimezone(UTC)


@pytest.mark.parametrize(
    ("at", "opened", "then"),
    [
        ("2026-11-23T08:59", False, "2026-11-23T09:00"),
        ("2026-11-23T09:00", True, "2026-11-23T13:30"),
        ("2026-11-23T12:30", False, "2026-11-23T13:30"),
        ("2026-11-23T13:00", False, "2026-11-23T13:30"),
        ("2026-11-23T18:00", False, "2026-11-28T10:00"),
        ("2026-11-28T23:59", True, "2026-11-29T00:00"),
        ("2026-11-29T00:00", True, "2026-11-30T09:00"),
        ("2026-11-29T02:00", False, "2026-11-30T09:00"),
    ],
)
def test_a_week(at: str, opened: bool, then: str) -> None:
    assert is_open(WEEK, BERLIN, berlin(at)) is opened
    assert next_opening(WEEK, BERLIN, berlin(at)) == berlin(then)


def test_next_week_counts_when_this_days_shift_is_over() -> None:
    assert next_opening({"mon": [["09:00", "10:00"]]}, BERLIN, berlin("2026-11-23T10:00")) == berlin("2026-11-30T09:00")


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25"])
def test_nine_is_nine_when_clocks_change(day: str) -> None:
    hours: Hours = {"sun": [["09:00", "10:00"]]}
    assert next_opening(hours, BERLIN, berlin(f"{day}T00:30")) == berlin(f"{day}T09:00")
    assert [is_open(hours, BERLIN, berlin(f"{day}T{at}")) for at in ("08:59", "09:00", "10:00")] == [False, True, False]


def test_the_hour_that_does_not_exist_opens_after_the_jump() -> None:
    assert next_opening({"sun": [["02:30", "05:00"]]}, BERLIN, berlin("2026-03-29T00:00")) == berlin("2026-03-29T03:30")


def test_a_shift_within_the_hour_that_does_not_exist_never_is() -> None:
    hours: Hours = {"sun": [["02:00", "03:00"]]}
    assert next_opening(hours, BERLIN, berlin("2026-03-29T00:00")) == berlin("2026-04-05T02:00")


@pytest.mark.parametrize(("utc", "opened"), [("00:15", True), ("00:45", False), ("01:15", False)])
@pytest.mark.parametrize("zone", [UTC, BERLIN])
def test_the_hour_that_comes_twice_counts_once(utc: str, opened: bool, zone: Any) -> None:
    now = datetime.fromisoformat(f"2026-10-25T{utc}+00:00").astimezone(zone)
    assert is_open({"sun": [["01:00", "02:30"]]}, BERLIN, now) is opened


def test_shifts_are_taken_by_time_not_by_spelling() -> None:
    hours: Hours = {"mon": [["13:00", "14:00"], ["9:00", "10:00"]]}
    assert next_opening(hours, BERLIN, berlin("2026-11-23T06:00")) == berlin("2026-11-23T09:00")


def test_the_sites_zone_decides_not_the_visitors() -> None:
    now = berlin("2026-11-23T09:00")
    assert is_open(WEEK, BERLIN, now.astimezone(ZoneInfo("Asia/Tokyo")))
    assert not is_open(WEEK, ZoneInfo("America/New_York"), now)


def test_no_hours_means_always_open() -> None:
    assert is_open({}, BERLIN, berlin("2026-11-22T03:00"))


@pytest.mark.parametrize("hours", [{}, {"mon": []}])
def test_what_never_opens_has_no_next_opening(hours: Hours) -> None:
    assert next_opening(hours, BERLIN, berlin("2026-11-23T09:00")) is None


def test_good_hours_pass() -> None:
    check(WEEK)
    check({"mon": [["9:00", "24:00"]], "tue": []})


@pytest.mark.parametrize(
    "shift",
    [
        ["18:00", "09:00"],
        ["09:00", "09:00"],
        ["09:00"],
        ["09:00", "12:00", "13:00"],
        ["09:00", "24:01"],
        ["09:60", "10:00"],
        ["-1:30", "10:00"],
        ["9", "10:00"],
        ["nine", "10:00"],
        ["٠٩:٠٠", "10:00"],
        [9, 10],
        "ab",
        9,
    ],
)
def test_a_bad_shift_is_refused_by_day(shift: Any) -> None:
    with pytest.raises(ValueError, match="^tue: a shift is"):
        check({"mon": [["09:00", "10:00"]], "tue": [shift]})


@pytest.mark.parametrize("day", [9, ""])
def test_a_day_is_a_list_of_shifts(day: Any) -> None:
    with pytest.raises(ValueError, match="^tue: a shift is"):
        check({"tue": day})


@pytest.mark.parametrize("shifts", [[["09:00", "12:30"], ["12:00", "18:00"]], [["10:00", "10:10"]] * 2])
def test_shifts_of_one_day_follow_one_another(shifts: Any) -> None:
    with pytest.raises(ValueError, match="^mon: shifts follow"):
        check({"mon": shifts})
    check({"mon": [["12:30", "18:00"], ["09:00", "12:30"]]})


def test_a_bad_day_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="^Monday: not a day"):
        check({"Monday": []})
