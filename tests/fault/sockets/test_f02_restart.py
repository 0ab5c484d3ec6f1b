"""F2: a deploy in the middle of forty chats."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest

from tests.fault.conftest import Measure
from tests.fault.figures import percentile
from tests.fault.person import SteadyVisitor
from tests.fault.sizes import LONG
from tests.fault.sockets.conftest import Theatre

EACH = 25


async def talks(vera: SteadyVisitor) -> None:
    for number in range(EACH):
        await vera.is_stored(await vera.says(f"{vera.name} says {number}"))


@pytest.mark.parametrize("server", ["daphne", "uvicorn"] if LONG else ["daphne"])
async def test_f02_a_restart_in_the_middle_of_forty_chats(
    stage: Theatre, server: str, history: Path, measure: Measure
) -> None:
    world = stage(arguments=("--server", server))
    world.server.start()
    veras = await world.visitors(40)
    chats = [asyncio.create_task(talks(vera)) for vera in veras]
    await veras[0].until(lambda: len(veras[0].answers) >= 5, "chats under way", within=60)
    await asyncio.to_thread(world.server.restart)
    up = time.monotonic()
    await asyncio.gather(*chats)
    back = [vera.welcomes[-1] - up for vera in veras]
    counts = await world.verdict(history)
    assert counts["acked"] == 40 * EACH and percentile(back, 95) <= 3
    measure(f"back online after the port is up, p95 of 40 ({server})", percentile(back, 95), "s", aim="≤ 3 s")
    measure(f"lost of {counts['acked']:,} sends ({server})", 0, aim="0")
