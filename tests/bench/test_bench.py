"""The bench's own arithmetic. What it measures is never a test."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.bench import report
from tests.bench.__main__ import interleaved, jobs, whole_rounds
from tests.bench.rows import ROWS, Measured, Row, chosen
from tests.bench.stats import figures, ratio_of
from tests.bench.systems import SYSTEMS

MORE = Row(id="more", title="", run="append", figure="closed.rate", ours="ours", peer="peer", floor=1.0, goal=2.0)
LESS = Row(id="less", title="", run="crowd", figure="seconds", ours="ours", more_is_better=False, floor=20, goal=10)


def measured(ours: float, peer: float = 1.0) -> Measured:
    append = {"ours": [{"closed": {"rate": ours}}], "peer": [{"closed": {"rate": peer}}]}
    return {"append": append, "crowd": {"ours": [{"seconds": ours}]}}


def test_a_ratio_is_made_within_its_round() -> None:
    found = ratio_of([10, 100, 30], [10, 50, 10])
    assert (found.value, found.spread, found.rounds) == (2, (1, 3), 3)


def test_every_goal_is_beyond_its_floor() -> None:
    bound = [row for row in ROWS if row.floor and row.goal]
    assert bound
    assert [row.id for row in bound if not row.holds(row.goal or 0)] == []


def test_every_row_names_systems_that_can_be_started() -> None:
    assert {name.partition(" / ")[0] for row in ROWS for name in row.systems} <= set(SYSTEMS)
    assert len({row.id for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize(
    ("row", "ours", "said"),
    [(MORE, 2.5, "goal"), (MORE, 1.5, "floor"), (MORE, 0.5, "SHORT"), (LESS, 9, "goal"), (LESS, 21, "SHORT")],
)
def test_what_was_reached(row: Row, ours: float, said: str) -> None:
    assert report.mark(report.result(row, measured(ours))) == said


def test_rounds_are_interleaved_and_turn_back() -> None:
    rows = chosen(["w1.socketio"])
    [first, second] = ([job for number, *job in interleaved(rows, 2) if number == n] for n in (1, 2))
    assert first == second[::-1] == [list(job) for job in jobs(rows)]


def test_a_round_that_only_began_does_not_count() -> None:
    found: Measured = {"append": {"ours": [{}, {}], "peer": [{}]}}
    assert {name: len(rounds) for name, rounds in whole_rounds(found)["append"].items()} == {"ours": 1, "peer": 1}


def test_rows_are_chosen_by_how_they_begin() -> None:
    assert [row.id for row in chosen(["w4", "ceiling"])] == ["w4.daphne", "w4.uvicorn", "ceiling"]
    with pytest.raises(ValueError, match="no row begins with “w9”"):
        chosen(["w9"])


@pytest.mark.parametrize(
    ("value", "shown"), [(0.05321, "0.053"), (1.5, "1.50"), (28.25, "28.2"), (1234.5, "1,234"), (None, "–")]
)
def test_three_digits_count(value: float | None, shown: str) -> None:
    assert figures(value) == shown


def test_the_page_tells_every_row_that_was_measured() -> None:
    items: list[dict[str, Any]] = report.results([MORE, LESS], measured(2.5))
    text = report.page(items, measured(2.5), datetime(2026, 11, 21, tzinfo=UTC))
    assert all(f"| `{row.id}` |" in text for row in (MORE, LESS))
