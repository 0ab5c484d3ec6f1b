"""F15: the disk is full, or somebody holds SQLite's lock for longer than anyone waits."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest

from tests.fault.conftest import Measure
from tests.fault.person import SteadyVisitor
from tests.fault.sizes import LONG
from tests.fault.sockets.conftest import Theatre
from tests.fault.world import World, soon

#: Of chat/settings.py.
SQLITE_TIMEOUT = 20


@contextmanager
def full_disk(world: World) -> Iterator[None]:
    """No file of the server's may grow: what a full disk does to it, without a disk of our own."""
    assert world.server.process
    process = psutil.Process(world.server.process.pid)
    limit = (world.server.data / "candid.sqlite3-wal").stat().st_size
    process.rlimit(psutil.RLIMIT_FSIZE, (limit, psutil.RLIM_INFINITY))
    yield
    process.rlimit(psutil.RLIMIT_FSIZE, (psutil.RLIM_INFINITY, psutil.RLIM_INFINITY))


@contextmanager
def held_lock(world: World) -> Iterator[None]:
    file = sqlite3.connect(world.server.data / "candid.sqlite3", isolation_level=None)
    file.execute("BEGIN IMMEDIATE")
    yield
    file.execute("ROLLBACK")
    file.close()


async def health(world: World) -> dict[str, Any]:
    async with httpx.AsyncClient(base_url=world.server.url) as browser:
        answer = await browser.get("/readyz")
        assert (await browser.get("/healthz")).status_code == httpx.codes.OK
    return {"status": answer.status_code, **answer.json()}


async def says_until_refused(vera: SteadyVisitor) -> None:
    for number in range(60):
        await vera.says(f"{number} ".ljust(9_000, "x"))
    assert (await vera.hears("refused", within=40))["code"] == "unavailable"


@pytest.mark.parametrize("trouble", [full_disk, held_lock] if LONG else [full_disk], ids=lambda each: each.__name__)
async def test_f15_what_cannot_be_stored_is_not_acknowledged(
    stage: Theatre, trouble: Any, history: Path, measure: Measure
) -> None:
    world = stage()
    world.server.start()
    vera = await world.visitor("vera")
    await vera.is_stored(await vera.says("before"))
    assert (await health(world))["status"] == httpx.codes.OK
    with trouble(world):
        await says_until_refused(vera)
        acked = len(vera.answers)
        sick = await health(world)
    healthy = await soon(world.server.ready, "ready again", within=30)
    counts = await world.verdict(history)
    assert acked < 61 == counts["acked"]
    assert (sick["status"], sick["storing"]) == (503, False)
    measure(f"ready again after {trouble.__name__.replace('_', ' ')}", healthy, "s")
