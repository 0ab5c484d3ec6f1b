"""F3: Redis dies between two processes, and comes back empty."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from redis import Redis as Client

from tests.fault.conftest import Measure
from tests.fault.person import Steady
from tests.fault.sockets.conftest import Theatre
from tests.fault.world import soon
from tests.services.redis import Redis

#: The visitor's beat comes every 2 s instead of 20.
CLOCKS = 10.0


def both_listen(redis: Redis) -> bool:
    with Client.from_url(redis.url) as client:
        return bool(client.pubsub_numsub("candid")[0][1] == 2)


async def delivery(say: Callable[[str], object], text: str, reader: Steady) -> float:
    """Seconds from the click to the other side's screen."""
    began = asyncio.get_running_loop().time()
    await say(text)  # type: ignore[misc]
    await reader.reads(text)
    return asyncio.get_running_loop().time() - began


async def test_f03_redis_dies_and_comes_back_empty(
    stage: Theatre, own_redis: Redis, history: Path, measure: Measure
) -> None:
    world = stage("postgres", clocks=CLOCKS, settings={"REDIS_URL": own_redis.url})
    other = stage.beside(world)
    await asyncio.gather(*[asyncio.to_thread(server.start) for server in (world.server, other)])
    vera, ana, chat = await world.talking(there=other)
    own_redis.kill9()
    acked = [await vera.is_stored(await vera.says(f"without {number}")) for number in range(5)]
    down = [await delivery(vera.says, "Redis is gone", ana)]
    down.append(await delivery(lambda text: ana.says(chat, text), "I see", vera))
    own_redis.start()
    await soon(lambda: both_listen(own_redis), "both listen again", within=10)
    vera.answers_beats = ana.answers_beats = False  # Only pushes bring anything from here on.
    after = await delivery(vera.says, "Redis is back", ana)
    vera.answers_beats = ana.answers_beats = True
    await world.verdict(history)
    assert max(acked) < 2 and max(down) <= 25 / CLOCKS and after <= 2
    measure("slowest ack while Redis is away", max(acked), "s")
    measure(f"delivery while Redis is away (beats {CLOCKS:.0f} × faster)", max(down), "s", aim=f"≤ {25 / CLOCKS} s")
    measure("delivery after it came back", after, "s", aim="≤ 2 s")
