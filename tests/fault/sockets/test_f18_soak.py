"""F18: people come, write and go, for as long as it takes to see a leak."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from statistics import median

import psutil

from tests.fault.conftest import Measure
from tests.fault.sizes import SOAK, either
from tests.fault.sockets.conftest import Theatre
from tests.fault.world import World

SOCKETS, MIB = either(40, 200), 1024 * 1024
#: Of all the time: what fills caches and pools is no leak.
WARM_UP = 0.3


async def comes_and_goes(world: World, name: str, until: float) -> None:
    number = 0
    while time.monotonic() < until:
        number += 1
        vera = await world.visitor(f"{name}.{number}")
        await vera.is_stored(await vera.says(f"{name} says {number}"))
        await vera.leave()
        world.people.remove(vera)


async def memory(world: World, until: float) -> list[float]:
    """MiB, twice a second."""
    assert world.server.process
    process = psutil.Process(world.server.process.pid)
    samples = []
    while time.monotonic() < until:
        samples.append(process.memory_info().rss / MIB)
        await asyncio.sleep(0.5)
    return samples


async def test_f18_memory_stays_flat(stage: Theatre, history: Path, measure: Measure) -> None:
    world = stage()
    world.server.start()
    until = time.monotonic() + SOAK
    churn = [comes_and_goes(world, f"vera-{number}", until) for number in range(SOCKETS)]
    measuring = asyncio.create_task(memory(world, until))
    await asyncio.gather(*churn)
    samples = await measuring
    counts = await world.verdict(history)
    warm = samples[int(len(samples) * WARM_UP) :]
    grown = median(warm[-len(warm) // 3 :]) - median(warm[: len(warm) // 3])
    assert counts["acked"] > SOCKETS and grown < 8
    measure(f"memory grown in {SOAK} s, {counts['acked']:,} chats over {SOCKETS} sockets", grown, "MiB", aim="flat")
