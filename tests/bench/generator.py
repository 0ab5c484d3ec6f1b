"""The load generator as seen from here: it gets one line that says what to do, and tells in lines how it goes."""

from __future__ import annotations

import json
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

HERE = Path(__file__).parent
Told = dict[str, Any]


#: Seconds that the longest work may take; a system that starves must not hold up the bench for ever.
PATIENCE = 180.0


class GeneratorFailed(Exception):
    """It ended before it was done, or took too long; its last words are the message."""


class Generator:
    def __init__(self, work: str, **how: Any) -> None:
        self._errors = tempfile.TemporaryFile("w+")  # noqa: SIM115 -- it lives as long as we do
        self._process = subprocess.Popen(
            ["node", "--max-semi-space-size=64", str(HERE / "load" / "main.mjs")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
            bufsize=1,
        )
        self._watchdog = threading.Timer(PATIENCE, self._process.kill)
        self._watchdog.start()
        self.say({"work": work, **how})

    def say(self, what: Told) -> None:
        assert self._process.stdin
        self._process.stdin.write(json.dumps(what) + "\n")

    def __iter__(self) -> Iterator[Told]:
        """What it tells, up to and with ``done``. Raises GeneratorFailed."""
        assert self._process.stdout
        for line in self._process.stdout:
            told: Told = json.loads(line)
            yield told
            if "done" in told:
                return
        self._errors.seek(0)
        raise GeneratorFailed(self._errors.read()[-2000:] or "no more patience")

    def until(self, at: str) -> Told:
        return next(told for told in self if told.get("at") == at)

    def done(self) -> Told:
        return dict(next(told["done"] for told in self if "done" in told))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._watchdog.cancel()
        self._process.kill()
        self._process.wait()
        self._errors.close()
