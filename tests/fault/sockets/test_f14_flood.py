"""F14: one visitor's script floods the server with sends, or with handshakes (T-WS-06), while others talk."""

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
import pytest

from tests.fault.conftest import Measure
from tests.fault.figures import percentile
from tests.fault.person import SteadyVisitor
from tests.fault.sizes import LONG, either
from tests.fault.sockets.conftest import Theatre
from tests.fault.world import World
from tests.services.candid import ROOT
from tests.sockets import stored
from tests.sockets.client import PROOF, Frame, Visitor, new_cmid

#: In peace and in the flood by turns: what else the machine does meets both.
ROUNDS = either(1, 3)
#: To begin with, and twice a round: fewer than the 60 messages that the others' own limit allows at once.
OTHERS, EACH = 10, 60 // (2 * ROUNDS + 1) - 1
#: Seconds that nobody notices, and in which a machine's own hiccups hide: in peace a message takes ten milliseconds.
UNNOTICED = either(250, 100) / 1000
SERVERS, FLOODS = ("daphne", "uvicorn"), ("sends", "handshakes")
PAIRS = [(server, what) for server in SERVERS for what in FLOODS]
#: What the flooder must have heard.
ANSWERS = {"sends": {"closed 4029"}, "handshakes": {"429", "dropped"}}


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
async def flood(world: World, what: str) -> AsyncIterator[Counter[str]]:
    """What the flooder heard is in the counter afterwards."""
    heard: Counter[str] = Counter()
    address = [what, str(world.server.port), stored.site_key(world.server)]
    script = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.fault.flooder", *address, stdout=PIPE, cwd=ROOT
    )
    try:
        assert script.stdout and await asyncio.wait_for(script.stdout.readline(), 20) == b"refused\n"
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


async def peace_and_flood(world: World, others: list[SteadyVisitor], what: str) -> tuple[list[float], list[float]]:
    """Seconds a message took in each; what the flooder heard must be what it deserves."""
    quiet, loud, answers = list[float](), list[float](), Counter[str]()
    for number in range(ROUNDS):
        quiet += await talk(others, f"in peace {number}")
        async with flood(world, what) as heard:
            loud += await talk(others, f"in the flood {number}")
        answers += heard
    assert answers.keys() >= ANSWERS[what]
    return quiet, loud


@pytest.mark.parametrize(("server", "what"), PAIRS if LONG else [PAIRS[0], PAIRS[-1]])
async def test_f14_a_flood_harms_nobody_else(
    stage: Theatre, history: Path, measure: Measure, server: str, what: str
) -> None:
    world = stage(settings={"LIMITS_FACTOR": "1"}, arguments=("--server", server))
    world.server.start()
    others = await world.visitors(OTHERS)
    await talk(others, "to begin with")
    quiet, loud = await peace_and_flood(world, others, what)
    await world.verdict(history)
    ratio = percentile(loud, 99) / percentile(quiet, 99)
    measure(f"others' p99 in a flood of {what} ÷ in peace ({server})", ratio, "×", aim="< 2 ×")
    measure(f"others' p99 in a flood of {what} ({server})", percentile(loud, 99) * 1000, "ms")
    assert percentile(loud, 99) < max(2 * percentile(quiet, 99), UNNOTICED)


async def test_f14_who_posts_too_much_is_told_when_to_come_back(stage: Theatre) -> None:
    world = stage(settings={"LIMITS_FACTOR": "1"})
    world.server.start()
    assert await by_post(Visitor(world.server, site=stored.site_key(world.server))) == {200, 429}
