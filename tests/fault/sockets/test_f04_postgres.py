"""F4: PostgreSQL restarts, or is away for a while."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import httpx

from tests.fault.conftest import Measure
from tests.fault.person import SteadyVisitor
from tests.fault.sizes import either
from tests.fault.sockets.conftest import Theatre
from tests.fault.world import World
from tests.services.postgres import Postgres
from tests.sockets.client import new_cmid
from tests.sockets.conftest import Seeded

AWAY = either(4, 30)


async def by_post(world: World, vera: SteadyVisitor) -> httpx.Response:
    """The same command where WebSockets are blocked."""
    async with httpx.AsyncClient(base_url=world.server.url, timeout=30) as browser:
        bearer = {"Authorization": f"Bearer {vera.credential}"}
        command = {"type": "send", "cmid": new_cmid(), "text": "by post"}
        return await browser.post("/api/v1/visitor/commands/", params={"site": vera.site}, headers=bearer, json=command)


async def test_f04_postgres_is_away_for_a_while(
    stage: Theatre, own_postgres: tuple[Postgres, Seeded], history: Path, measure: Measure
) -> None:
    postgres, seeded = own_postgres
    world = stage(seeded)
    world.server.start()
    veras = await world.visitors(10)
    for vera in veras:
        await vera.is_stored(await vera.says(f"{vera.name} before"))
    process = world.server.process
    postgres.stop()
    during = [await vera.says(f"{vera.name} during") for vera in veras]
    answer = await by_post(world, veras[0])
    refused = await veras[0].hears("refused", within=20)
    assert not await asyncio.to_thread(world.server.ready)
    await asyncio.sleep(AWAY)
    await asyncio.to_thread(postgres.start)
    up = time.monotonic()
    for vera, cmid in zip(veras, during, strict=True):
        await vera.is_stored(cmid)
    took = time.monotonic() - up
    await world.verdict(history)
    assert (refused["code"], answer.status_code) == ("unavailable", 503) and answer.headers["Retry-After"]
    assert world.server.process is process and took <= 5
    measure(f"all stored after PostgreSQL was away {AWAY} s", took, "s", aim="≤ 5 s")


async def test_f04_postgres_restarts(
    stage: Theatre, own_postgres: tuple[Postgres, Seeded], history: Path, measure: Measure
) -> None:
    world = stage(own_postgres[1])
    world.server.start()
    vera = await world.visitor("vera")
    await vera.is_stored(await vera.says("before"))
    await asyncio.to_thread(own_postgres[0].restart)
    took = await vera.is_stored(await vera.says("after"))
    await world.verdict(history)
    assert took <= 5
    measure("stored after a restart of PostgreSQL", took, "s", aim="≤ 5 s")
