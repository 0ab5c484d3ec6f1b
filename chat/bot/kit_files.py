"""The lines of an evaluation kit's files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from chat.domain.matching import Entry

Line = dict[str, Any]


def rows(path: Path) -> list[Line]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def entry(row: Line, k: int | str) -> Entry:
    paraphrases = row["paraphrases"] if k == "all" else row["paraphrases"][: int(k)]
    return Entry(id=row["id"], title=row["title"], paraphrases=tuple(paraphrases), answer=row.get("answer") or "")
