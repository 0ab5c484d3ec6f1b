"""F4: PostgreSQL restarts, or is away for a while."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import httpx
import psycopg

from chat.delivery.alone import ADVISORY_LOCK
from tests.fault.conftest import Measure
from tests.fault.person import SteadyVisitor
from tests.fault.sizes import either
from tests.fault.sockets.conftest import Theatre
from tests.fault.world import World, soon
from tests.services.postgres import Postgres
from tests.sockets.client import new_cmid
from tests.sockets.conftest import Seeded
from tests.sockets.test_processes import REFUSED, another, is_refused

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


async def test_f04_whoever_was_alone_still_is(stage: Theatre, own_postgres: tuple[Postgres, Seeded]) -> None:
    world = stage(own_postgres[1])
    world.server.start()
    await asyncio.to_thread(own_postgres[0].restart)
    await soon(lambda: claims(own_postgres[0]) == 1, "held again", within=10)
    is_refused(await asyncio.to_thread(another, world.server), REFUSED)
    assert world.server.ready()


async def test_f04_whoever_is_not_alone_any_more_ends(stage: Theatre, own_postgres: tuple[Postgres, Seeded]) -> None:
    world = stage(own_postgres[1])
    world.server.start()
    vera = await world.visitor("vera")
    with psycopg.connect(own_postgres[0].url, autocommit=True, options="-c lock_timeout=20s") as usurper:
        waits = asyncio.to_thread(usurper.execute, "SELECT pg_advisory_lock(%s)", [ADVISORY_LOCK])
        taken = asyncio.create_task(waits)
        await soon(lambda: claims(own_postgres[0], granted=False) == 1, "next in line", within=10)
        restarted = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'candid %%'"
        asked(own_postgres[0], restarted)
        await taken
        process = world.server.process
        assert process and await asyncio.to_thread(process.wait, 15) == 1
    bye = await vera.hears("bye")
    assert bye["code"] == 4010 and REFUSED in world.server.log.read_text()


def asked(postgres: Postgres, query: str, *parameters: object) -> int:
    """The first number of the answer."""
    with psycopg.connect(postgres.url) as connection:
        row = connection.execute(query, parameters).fetchone()
    return int(row[0]) if row else 0


def claims(postgres: Postgres, *, granted: bool = True) -> int:
    return asked(postgres, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted = %s", granted)
