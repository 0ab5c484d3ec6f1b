"""F18: people come, write and go, for as long as it takes to see a leak."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from statistics import median

import psutil

from tests.fault.conftest import Measure
from tests.fault.person import SteadyVisitor
from tests.fault.sizes import SOAK, either
from tests.fault.sockets.conftest import Theatre
from tests.fault.world import World

SOCKETS, MIB = either(40, 200), 1024 * 1024
#: Of all the time: what fills caches and pools is no leak.
WARM_UP = 0.3
#: MiB. The collector's waves are some 10, of which a short soak sees half a one.
MAY_GROW = either(16, 8)
#: Events of a chat when the visitor's own words are stored: disclosure, message; then the bot's turn.
SAID = 3


async def comes_and_goes(world: World, name: str, until: float) -> None:
    number = 0
    while time.monotonic() < until:
        number += 1
        vera = await world.visitor(f"{name}.{number}")
        await vera.is_stored(await vera.says(f"{name} says {number}"))
        await hears_the_bot(vera)
        await vera.leave()
        world.people.remove(vera)


async def hears_the_bot(vera: SteadyVisitor) -> None:
    """Else what it owes would pile up on a busy machine, and look like a leak."""
    chat = str(vera.conversation)
    await vera.until(lambda: vera.last(chat) > SAID, f"the bot's words at {vera.name}", within=60)


async def memory(world: World, until: float) -> list[float]:
    """MiB, twice a second."""
    assert world.server.process
    process = psutil.Process(world.server.process.pid)
    samples = []
    while time.monotonic() < until:
        samples.append(process.memory_info().rss / MIB)
        await asyncio.sleep(0.5)
    return samples


def thirds(samples: list[float]) -> tuple[list[float], list[float], list[float]]:
    third = len(samples) // 3
    return samples[:third], samples[third : 2 * third], samples[2 * third :]


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
    start, middle, end = (median(part) for part in thirds(warm))
    for when, much in (("start, warm", start), ("middle", middle), ("end", end)):
        measure(f"memory at the {when}", much, "MiB")
    grown = end - start
    assert counts["acked"] > SOCKETS and grown < MAY_GROW
    measure(f"memory grown in {SOAK} s, {counts['acked']:,} chats over {SOCKETS} sockets", grown, "MiB", aim="flat")
