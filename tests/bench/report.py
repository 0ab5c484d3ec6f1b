"""What was measured: a table on the screen, JSON for machines, docs/benchmarks.md for people."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench import machine
from tests.bench.rows import Measured, Row, dig
from tests.bench.stats import figures
from tests.services.candid import ROOT

LATEST = Path(__file__).parent / "latest.json"
PAGE = ROOT / "docs" / "benchmarks.md"


def result(row: Row, measured: Measured) -> dict[str, Any]:
    """One object of latest.json."""
    found = row.ratio(measured)
    return {
        "id": row.id,
        "title": row.title,
        "systems": row.systems,
        "ours": found.ours,
        "peer": found.peer,
        "ratio": found.value,
        "floor": row.floor,
        "goal": row.goal,
        "better": "more" if row.more_is_better else "less",
        "unit": row.unit,
        "spread": list(found.spread),
        "rounds": found.rounds,
        "holds": row.holds(found.value),
    }


def results(rows: Sequence[Row], measured: Measured) -> list[dict[str, Any]]:
    """Of the rows whose systems were all measured in every round."""
    done = [row for row in rows if all(measured.get(row.run, {}).get(system) for system in row.systems)]
    return [result(row, measured) for row in done]


def mark(item: dict[str, Any]) -> str:
    beyond = 0 if item["goal"] is None else item["ratio"] - item["goal"]
    if item["goal"] is not None and (beyond >= 0 if item["better"] == "more" else beyond <= 0):
        return "goal"
    return {True: "floor", False: "SHORT", None: ""}[item["holds"]]


def bound(item: dict[str, Any], name: str) -> str:
    sign = "≥" if item["better"] == "more" else "≤"
    return f"{sign} {figures(item[name])}" if item[name] is not None else "–"


def cells(item: dict[str, Any]) -> list[str]:
    ours, peer = item["systems"][0], item["systems"][1] if item["peer"] is not None else "–"
    least, most = (figures(value) for value in item["spread"])
    return [
        f"`{item['id']}`",
        item["title"],
        f"{ours}: {figures(item['ours'])} {item['unit']}",
        f"{peer}: {figures(item['peer'])}" if item["peer"] is not None else "–",
        f"**{figures(item['ratio'])}**",
        f"{least} … {most}",
        bound(item, "floor"),
        bound(item, "goal"),
        mark(item),
    ]


HEAD = ["row", "what", "ours", "peer", "ratio", "spread", "floor", "goal", "reached"]


def markdown(lines: Sequence[Sequence[str]]) -> str:
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def screen(items: Sequence[dict[str, Any]]) -> str:
    lines = [[cell.strip("`*") for cell in line] for line in (HEAD, *(cells(item) for item in items))]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines)


DETAILS = {
    "append": {
        "msg/s": "closed.rate", "ack p50": "closed.ack.p50", "ack p99": "closed.ack.p99", "CPU µs/msg": "closed.cpu",
        "at 900/s p50": "even.delivery.p50", "at 900/s p99": "even.delivery.p99", "generator": "closed.generator",
        "never heard": "closed.missing", "refused": "closed.refused",
    },
    "bot": {"turns/s": "rate", "p50": "ack.p50", "p99": "ack.p99", "CPU µs/turn": "cpu", "generator": "generator"},
    "fanout": {"deliveries/s": "rate", "CPU µs": "cpu", "generator": "generator", "never heard": "missing"},
    "crowd": {
        "KiB/socket": "each", "MiB in all": "total", "s to connect": "connected", "cores at rest": "rest",
        "s away": "down", "s until half are back": "half", "until all": "back", "p50": "ack.p50", "p99": "ack.p99",
    },
    "paint": {"p50": "ack.p50", "p99": "ack.p99", "CPU µs": "cpu"},
}  # fmt: skip


def figure_of(found: dict[str, Any], path: str) -> float | None:
    try:
        return dig(found, path)
    except (KeyError, TypeError):
        return None


def details(run: str, systems: dict[str, list[dict[str, Any]]]) -> str:
    """Each system's figures, medians of the rounds."""
    head = ["", *DETAILS[run]]
    lines = [head, ["---", *["--:"] * len(DETAILS[run])]]
    for system, rounds in systems.items():
        columns = [[figure_of(found, path) for found in rounds] for path in DETAILS[run].values()]
        known = [[value for value in column if value is not None] for column in columns]
        lines.append([system, *(figures(median(column)) if column else "–" for column in known)])
    return markdown(lines)


INTRODUCTION = (Path(__file__).parent / "introduction.md").read_text(encoding="utf-8")
NOTES = (Path(__file__).parent / "notes.md").read_text(encoding="utf-8")


def page(items: Sequence[dict[str, Any]], measured: Measured, when: datetime) -> str:
    parts = [
        INTRODUCTION.rstrip(),
        f"{when:%Y-%m-%d}, {machine.machine()}, {items[0]['rounds']} rounds. {' · '.join(machine.versions())}.",
        "## Results",
        markdown([HEAD, ["---"] * len(HEAD), *(cells(item) for item in items)]),
        NOTES.rstrip(),
        "## All figures",
        "Medians; delays in ms. “Generator” is the load generator's share of one core: near 1 it measures itself.",
        *(f"### {run}\n\n{details(run, systems)}" for run, systems in measured.items()),
    ]
    return "\n\n".join(parts) + "\n"


def write(rows: Sequence[Row], measured: Measured, *, whole: bool) -> list[dict[str, Any]]:
    """latest.json always, so that a stopped bench keeps what it has; the page only from a whole one."""
    items = results(rows, measured)
    LATEST.write_text(json.dumps(items, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if whole and items:
        PAGE.write_text(page(items, measured, datetime.now(UTC)), encoding="utf-8")
    return items
