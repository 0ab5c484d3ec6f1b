"""All faults, in three processes that each take theirs: ``python -m tests.fault``; progress, then one table.

In the short form they run at once, for most of their time is waiting. In the long form one after the other, so that
what one measures is not what another one costs.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import sys
import time
from asyncio.subprocess import PIPE, STDOUT
from collections.abc import Iterable
from pathlib import Path

from tests.fault.figures import Figure, table
from tests.fault.sizes import LONG, SEEDS, SOAK

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
#: Those that keep the machine busy; the others mostly wait.
BUSY = ("f01", "f02", "f08", "f09", "f13")
DONE = re.compile(r"::test_(\S+).* (PASSED|FAILED|ERROR)")


def parts() -> dict[str, list[str]]:
    """pytest's arguments by the name of each part."""
    sockets = sorted(str(path.relative_to(ROOT)) for path in HERE.glob("sockets/test_*.py"))
    busy = [path for path in sockets if any(f"test_{row}_" in path for row in BUSY)]
    rest = [path for path in sockets if path not in busy]
    checks = sorted(str(path.relative_to(ROOT)) for path in HERE.glob("test_*.py"))
    return {
        "busy": ["-p", "no:playwright", *busy],
        "waiting": ["-p", "no:playwright", *checks, *rest],
        "browsers": ["-p", "no:asyncio", "tests/fault/browsers"],
    }


async def run(name: str, arguments: list[str]) -> tuple[int, list[Figure]]:
    """Show each test as it ends, and all that pytest said if one failed. Its exit code, and what was measured."""
    file = ROOT / f".cache/faults/figures-{name}.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    command = [sys.executable, "-m", "pytest", "-v", "--color=no", *arguments]
    environment = {**os.environ, "FAULT_FIGURES": str(file), "COLUMNS": "160"}
    process = await asyncio.create_subprocess_exec(*command, stdout=PIPE, stderr=STDOUT, cwd=ROOT, env=environment)
    assert process.stdout
    said = []
    async for line in process.stdout:
        said.append(line.decode())
        show(said[-1])
    code = await process.wait()
    if code:
        say("".join(said))
    return code, json.loads(file.read_text()) if file.exists() else []


def show(line: str) -> None:
    done = DONE.search(line)
    if done and (done[2] != "PASSED" or re.match(r"f\d", done[1])):
        say(f"{time.monotonic() - began:5.0f} s  {done[2].lower():<7} {done[1].replace('_', ' ')}")


def say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


async def everything(wanted: Iterable[str]) -> int:
    chosen = {name: arguments for name, arguments in parts().items() if name in wanted}
    say(f"faults, {'long' if LONG else 'short'} form: {SEEDS} crashes, a soak of {SOAK} s")
    if LONG:
        results = [await run(*part) for part in chosen.items()]
    else:
        results = await asyncio.gather(*[run(*part) for part in chosen.items()])
    say(table(figure for _, figures in results for figure in figures))
    return max(code for code, _ in results)


began = time.monotonic()

if __name__ == "__main__":
    sys.exit(asyncio.run(everything(sys.argv[1:] or parts())))
