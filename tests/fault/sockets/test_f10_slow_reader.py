"""F10: a tab is frozen and its line stays open, while the chat goes on in another one."""

from __future__ import annotations

import asyncio
from pathlib import Path

import psutil

from tests.fault.conftest import Measure
from tests.fault.person import SteadyVisitor
from tests.fault.proxy import Proxy
from tests.fault.sockets.conftest import Theatre
from tests.fault.world import soon

FROZEN, MIB = 10, 1024 * 1024
#: A frame may take 5 s to leave instead of 20, and silence 11 instead of 45.
CLOCKS = 4.0


async def write(tabs: list[SteadyVisitor], count: int) -> None:
    """As much as a message may hold, so many times in each chat."""
    for number in range(count):
        await asyncio.gather(*[tab.says(f"{tab.name} {count} {number} ".ljust(10_000, "x")) for tab in tabs])
    await asyncio.gather(*[tab.is_answered() for tab in tabs])


async def test_f10_who_reads_nothing_costs_little(stage: Theatre, history: Path, measure: Measure) -> None:
    world = stage(clocks=CLOCKS)
    world.server.start()
    assert world.server.process
    process = psutil.Process(world.server.process.pid)
    tabs = await world.visitors(FROZEN)
    await write(tabs, 20)
    async with Proxy(world.server.port) as proxy:
        world.port = proxy.port
        for tab in tabs:
            await world.visitor(f"{tab.name}, frozen", credential=tab.credential)
        before = process.memory_info().rss
        proxy.stop_reading()
        closed, _ = await asyncio.gather(
            soon(lambda: world.sockets() <= FROZEN, "the frozen ones are closed", within=40), write(tabs, 100)
        )
        grown = max(0, process.memory_info().rss - before) / FROZEN / MIB
        proxy.restore()
        counts = await world.verdict(history)
        await world.close()
    assert counts["acked"] == 120 * FROZEN and grown < 1 and closed <= 30
    measure("memory per frozen socket", grown, "MiB", aim="< 1 MiB")
    measure(f"closed, from the freeze (clocks {CLOCKS:.0f} × faster)", closed, "s", aim="≤ 30 s")
