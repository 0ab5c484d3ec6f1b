"""``make bench``: run what the rows need, in interleaved rounds, and say how far it has come."""

from __future__ import annotations

import argparse
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from typing import Any

from tests.bench import report
from tests.bench.generator import GeneratorFailed
from tests.bench.home import home
from tests.bench.rows import Measured, Row, chosen
from tests.bench.runs import RUNS, Bench, Length, NotTheSameWork
from tests.bench.stats import figures
from tests.bench.systems import FULL, QUICK

#: Rest: what visitors' sockets say in a heartbeat, 20 s.
LENGTH = Length(warm=2, seconds=5, rest=20, times=200)
SHORT = Length(warm=0.5, seconds=1.5, rest=20, times=20)


def jobs(rows: Sequence[Row]) -> list[tuple[str, str]]:
    """(run, system), each once, in the order of the rows."""
    return list(dict.fromkeys((row.run, system) for row in rows for system in row.systems))


def interleaved(rows: Sequence[Row], rounds: int) -> Iterator[tuple[int, str, str]]:
    """Every system once, then every system again; backwards each second time, so that none always follows the same."""
    for number in range(1, rounds + 1):
        for run, system in jobs(rows)[:: 1 if number % 2 else -1]:
            yield number, run, system


def bench(rows: Sequence[Row], rounds: int, *, quick: bool) -> Measured:
    measured: Measured = {}
    total, begun = len(jobs(rows)) * rounds, time.monotonic()
    with home(QUICK if quick else FULL) as place:
        where = Bench(place, SHORT if quick else LENGTH)
        for count, (number, run, system) in enumerate(interleaved(rows, rounds), 1):
            minutes, seconds = divmod(int(time.monotonic() - begun), 60)
            say(f"[{count}/{total} {minutes}:{seconds:02}] round {number}: {run}, {system} … ", end="")
            found = attempt(where, run, system)
            say(brief(run, found))
            measured.setdefault(run, {}).setdefault(system, []).append(found)
            if number < rounds or count == total:
                report.write(rows, whole_rounds(measured), whole=False)
    return measured


def attempt(where: Bench, run: str, system: str) -> dict[str, Any]:
    """A run that failed once is tried again: a port may be taken between its choice and its use."""
    try:
        return RUNS[run](where, system)
    except (GeneratorFailed, RuntimeError, TimeoutError) as error:
        say(f"failed ({str(error)[-300:]}), once more … ", end="")
        return RUNS[run](where, system)


def whole_rounds(measured: Measured) -> Measured:
    """Without the figures of a round that has only begun."""
    least = {run: min(len(found) for found in systems.values()) for run, systems in measured.items()}
    return {
        run: {system: found[: least[run]] for system, found in systems.items()} for run, systems in measured.items()
    }


def brief(run: str, found: dict[str, Any]) -> str:
    paths = report.DETAILS[run].items()
    known = {name: report.figure_of(found, path) for name, path in paths}
    return "  ".join(f"{name} {figures(value)}" for name, value in known.items() if value is not None)


def say(text: str, end: str = "\n") -> None:
    sys.stdout.write(text + end)
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("rows", nargs="*", help="beginnings of row ids; all if left out")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--quick", action="store_true", help="a tenth of everything: to see that it works")
    options = parser.parse_args()
    try:
        rows = chosen(options.rows)
    except ValueError as error:
        parser.error(str(error))
    # Whatever was started ends with us.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    try:
        measured = bench(rows, options.rounds, quick=options.quick)
    except NotTheSameWork as error:
        say(f"\nbench: {error}")
        return 1
    items = report.write(rows, measured, whole=not options.rows and not options.quick)
    say(f"\n{report.screen(items)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
