"""docs/faults.md and the tests name each other."""

from __future__ import annotations

import re
from pathlib import Path

HERE = Path(__file__).resolve().parent
PAGE = (HERE.parents[1] / "docs/faults.md").read_text(encoding="utf-8")


def test_every_row_has_its_test_and_every_test_its_row() -> None:
    told = set(re.findall(r"`(test_f\d\d_\w+)`", PAGE))
    real = {name for path in HERE.glob("*/test_*.py") for name in re.findall(r"def (test_f\d\d_\w+)", path.read_text())}
    assert told == real
    assert {int(name[6:8]) for name in real} == set(range(1, 19))
