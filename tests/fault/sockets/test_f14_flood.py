"""F14: one visitor's script floods the server while others talk."""

from __future__ import annotations

import asyncio
import json
import sys
from asyncio.subprocess import PIPE
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx

from tests.fault.conftest import Measure
from tests.fault.figures import percentile
from tests.fault.person import SteadyVisitor
from tests.fault.sizes import either
from tests.fault.sockets.conftest import Theatre
from tests.fault.world import World, soon
from tests.services.candid import ROOT
from tests.sockets import stored
from tests.sockets.client import PROOF, Frame, Visitor, new_cmid

OTHERS, EACH = 10, either(15, 20)


def command(text: str) -> Frame:
    return {"type": "send", "cmid": new_cmid(), "text": text, "disclosure": PROOF}


async def talk(others: list[SteadyVisitor], what: str) -> list[float]:
    """Seconds until each of many messages was stored, one after the other in each chat."""

    async def one(vera: SteadyVisitor) -> list[float]:
        took = []
        for number in range(EACH):
            took.append(await vera.is_stored(await vera.says(f"{vera.name} {what} {number}")))
            await asyncio.sleep(0.1)  # A person's pace; the flood has none.
        return took

    return [took for all_took in await asyncio.gather(*map(one, others)) for took in all_took]


@asynccontextmanager
async def flood(world: World) -> AsyncIterator[Counter[str]]:
    """What the flooder heard is in the counter afterwards."""
    heard: Counter[str] = Counter()
    address = [str(world.server.port), stored.site_key(world.server)]
    script = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.fault.flooder", *address, stdout=PIPE, cwd=ROOT
    )
    try:
        await soon(lambda: world.sockets() > OTHERS, "the flood begins", within=10)
        yield heard
    finally:
        script.terminate()
        said, _ = await script.communicate()
        heard.update(json.loads(said))


async def by_post(mallory: Visitor) -> set[int]:
    """The same where WebSockets are blocked: the answers' statuses."""
    headers = {"Authorization": f"Bearer {mallory.credential}", "X-Candid-Fresh": "1"}
    async with httpx.AsyncClient(base_url=mallory.server.url, headers=headers, timeout=60) as script:
        posts = [
            script.post("/api/v1/visitor/commands/", params={"site": mallory.site}, json=command(f"post {number}"))
            for number in range(80)
        ]
        answers = await asyncio.gather(*posts)
    assert all(answer.headers.get("Retry-After") for answer in answers if answer.status_code == 429)
    return {answer.status_code for answer in answers}


async def test_f14_a_flood_harms_nobody_else(stage: Theatre, history: Path, measure: Measure) -> None:
    world = stage(settings={"LIMITS_FACTOR": "1"})
    world.server.start()
    others = await world.visitors(OTHERS)
    await talk(others, "to begin with")
    quiet = await talk(others, "in peace")
    async with flood(world) as heard:
        loud = await talk(others, "in the flood")
    statuses = await by_post(Visitor(world.server, site=others[0].site))
    await world.verdict(history)
    assert heard["rate_limited"] and heard["closed 4029"] and statuses == {200, 429}
    ratio = percentile(loud, 99) / percentile(quiet, 99)
    measure(f"others' p99 beside {heard['sent']:,} sends of one script ÷ in peace", ratio, "×", aim="< 2 ×")
    measure("others' p99 in the flood", percentile(loud, 99) * 1000, "ms")
    assert percentile(loud, 99) < max(2 * percentile(quiet, 99), 0.25)
