"""F6: slow, jittery, thin, and every hundredth piece breaks the line."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

from tests.fault.conftest import Measure
from tests.fault.person import SteadyVisitor
from tests.fault.proxy import Proxy, Weather
from tests.fault.sizes import either
from tests.fault.sockets.conftest import Theatre

VISITORS, EACH = either(12, 200), either(5, 50)
#: 2G: 250 kbit/s.
BAD = Weather(latency=0.5, jitter=0.4, rate=31_000, reset_chance=0.01, random=random.Random(6))


async def talks(vera: SteadyVisitor) -> None:
    for number in range(EACH):
        await vera.says(f"{vera.name} says {number}")
    await vera.is_answered(within=600)


async def test_f06_the_contract_holds_on_a_bad_network(stage: Theatre, history: Path, measure: Measure) -> None:
    world = stage()
    world.server.start()
    async with Proxy(world.server.port) as proxy:
        world.port = proxy.port
        veras = await world.visitors(VISITORS)
        proxy.weather = BAD
        await asyncio.gather(*map(talks, veras))
        broken = sum(len(vera.welcomes) - 1 for vera in veras)
        counts = await world.verdict(history, within=60)
        await world.close()
    assert counts["acked"] == VISITORS * EACH and broken
    measure(f"{counts['acked']:,} messages over {broken} broken lines: lost, doubled, out of order", 0, aim="0")
