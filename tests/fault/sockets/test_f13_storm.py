"""F13: everybody comes back at once."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

from tests.fault.conftest import Measure
from tests.fault.figures import percentile
from tests.fault.sizes import either
from tests.fault.sockets.conftest import Theatre
from tests.fault.world import World, soon
from tests.sockets import stored

CROWD = either(150, 1000)
#: Seconds for 99 in 100 resumes. The suite shares its machine with two other parts of itself.
RESUMES_WITHIN = either(4, 2)


def owed_turns(world: World) -> int:
    return int(stored.rows(world.server, "SELECT count(*) FROM chat_botturnowed")[0][0])


async def test_f13_everybody_comes_back_at_once(stage: Theatre, history: Path, measure: Measure) -> None:
    world = stage()
    world.server.start()
    crowd = [vera for part in range(0, CROWD, 50) for vera in await world.visitors(50, f"vera-{part}")]
    await asyncio.gather(*[vera.says(f"{vera.name} was here") for vera in crowd])
    await asyncio.gather(*[vera.is_answered() for vera in crowd])
    # The bot has its say first: what is measured is who comes back, not what it owes them.
    await soon(lambda: owed_turns(world) == 0, "all turns given", within=120)
    await asyncio.to_thread(world.server.kill9)
    await asyncio.to_thread(world.server.start)
    up = time.monotonic()
    for vera in crowd:
        await vera.until(lambda vera=vera: len(vera.welcomes) == 2 and vera.resumes, "back", within=60)  # type: ignore[misc]
    back = max(vera.welcomes[-1] for vera in crowd) - up
    counts = await world.verdict(history)
    resumes = [vera.resumes[-1] for vera in crowd]
    assert counts["acked"] == CROWD and back <= 30 and percentile(resumes, 99) <= RESUMES_WITHIN
    measure(f"{CROWD:,} sockets back after a crash", back, "s", aim="≤ 30 s")
    measure("from hello to the end of what was missed, p99", percentile(resumes, 99), "s", aim="≤ 2 s")
