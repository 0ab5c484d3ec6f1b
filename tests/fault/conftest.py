"""What was measured, printed as one table at the end or left for the runner, and where histories go."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fault.figures import Figure, number, table

ROOT = Path(__file__).resolve().parents[2]
FIGURES = pytest.StashKey[list[Figure]]()
Measure = Callable[..., None]


def pytest_configure(config: pytest.Config) -> None:
    config.stash[FIGURES] = []


@pytest.fixture
def measure(request: pytest.FixtureRequest) -> Measure:
    """``measure(what, value, unit, aim=...)`` under the row that the test's name begins with."""
    found = re.match(r"test_f(\d+)_", request.node.name)
    assert found, "a fault's test is named after its row"

    def tell(what: str, value: float, unit: str = "", *, aim: str = "") -> None:
        figure = (f"F{int(found[1])}", what, f"{number(value)} {unit}".strip(), aim)
        request.config.stash[FIGURES].append(figure)

    return tell


@pytest.fixture
def history(request: pytest.FixtureRequest) -> Path:
    """Kept until the next run, so that a fault can be looked at."""
    folder = ROOT / ".cache/faults"
    folder.mkdir(parents=True, exist_ok=True)
    name = re.sub(r"\W+", "-", request.node.name).strip("-")
    return folder / f"{name}-{os.getpid()}.jsonl"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    rows = config.stash[FIGURES]
    if file := os.environ.get("FAULT_FIGURES"):
        Path(file).write_text(json.dumps(rows))
    elif rows:
        terminalreporter.section("measured")
        terminalreporter.line(table(rows))
