"""Who floods is slowed, told when to come back, and costs nobody else anything: T-WS-05 and T-WS-06."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress

import psutil
import pytest
import pytest_asyncio
import websockets
from websockets.asyncio.client import connect

from tests.services.candid import Candid
from tests.sockets import stored
from tests.sockets.client import PROOF, Client, Visitor
from tests.sockets.conftest import TENTH, House, Seeded, Start, copy_of

MIB = 1024 * 1024


@pytest.fixture(scope="module", params=["daphne", "uvicorn"])
def tight(request: pytest.FixtureRequest, seeded: Seeded, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Candid]:
    folder = tmp_path_factory.mktemp("tight")
    server = copy_of(seeded[0], folder, settings=TENTH, arguments=("--server", request.param))
    server.start()
    yield server
    server.stop()


@pytest_asyncio.fixture
async def house(tight: Candid, seeded: Seeded) -> AsyncIterator[House]:
    house = House(tight, seeded[1])
    yield house
    await house.close()


async def flood(vera: Visitor, count: int) -> list[str]:
    """So many messages at once; their cmids."""
    return [await vera.sends("send", text=f"message {n}", disclosure=PROOF) for n in range(count)]


async def test_too_many_messages_are_refused_with_a_time_and_go_through_later(house: House) -> None:
    vera = await house.visitor().come()
    cmids = await flood(vera, 8)
    answers = [await vera.hears_answer(cmid) for cmid in cmids]
    assert [answer["type"] for answer in answers] == ["ack"] * 6 + ["refused"] * 2
    assert {(a["code"], a["retry_after"] <= 10.5) for a in answers[6:]} == {("rate_limited", True)}
    assert len(vera.outbox) == 2


async def test_who_goes_on_is_closed_and_nobody_else_notices(house: House) -> None:
    vera, carl = await house.visitor().come(), await house.visitor().come()
    await flood(vera, 29)
    bye = await vera.hears("bye")
    assert await vera.gone() == bye["code"] == 4029
    assert bye["retry_after"] >= 10
    await carl.writes("Hello")


async def test_an_empty_flood_is_closed_too(house: House) -> None:
    vera = await house.visitor().come()
    for _ in range(60):
        await vera.say({"type": "typing"})
    assert await vera.gone() == 4029


async def test_a_visitor_and_an_agent_have_so_many_sockets(house: House) -> None:
    vera, ana = house.visitor(), house.agent("ana")
    for first in (vera, ana):
        await first.come()
    for others in (
        [house.visitor(credential=vera.credential) for _ in range(2)],
        [house.agent("ana"), house.agent("ana")],
    ):
        await others[0].come()
        await others[1].open()
        await others[1].say(others[1].hello())
        assert await others[1].gone() == 4029
        await others[0].leave()
        await (await again(others[1])).leave()


async def again(client: Client) -> Client:
    """Once the place that was given up is free."""
    for _ in range(50):
        with suppress(AssertionError):
            client.frames.clear()
            await client.open()
            await client.say(client.hello())
            await client.until(lambda: any(f["type"] == "welcome" for f in client.frames) or client.is_gone)
            if not client.is_gone:
                return client
    raise AssertionError("never let in again")


async def test_a_flood_of_handshakes_is_refused_and_then_not_heard_any_more(start: Start, server: str) -> None:
    house = start(settings=TENTH, arguments=("--server", server))
    statuses = [await handshake(house) for _ in range(60)]
    assert statuses[:20] == [403] * 20
    assert [status for status in statuses[20:] if status != 403][:5] == [429] * 5
    assert 0 in statuses


async def handshake(house: House, claim: str = "") -> int:
    """The status; 0 for a connection that was dropped. From an origin that isn't ours, so that no place is taken."""
    address = f"ws://127.0.0.1:{house.server.port}/ws/visitor/"
    try:
        await connect(address, additional_headers={"Origin": "https://evil.example", "X-Forwarded-For": claim})
    except websockets.InvalidStatus as refused:
        return refused.response.status_code
    except (websockets.InvalidMessage, OSError):
        return 0
    raise AssertionError("let in")


async def test_a_proxy_of_ours_speaks_for_its_clients(start: Start, server: str) -> None:
    house = start(settings={**TENTH, "TRUSTED_PROXIES": "127.0.0.1"}, arguments=("--server", server))

    flood = [await handshake(house, "198.51.100.66, 203.0.113.1") for _ in range(50)]
    assert 429 in flood
    assert await handshake(house, "198.51.100.66, 203.0.113.2") == 403


async def test_who_sends_faster_than_the_server_works_waits(start: Start, server: str) -> None:
    """While the database is locked, what a client pours in waits at the client, not in our memory."""
    house = start(settings={"LIMITS_FACTOR": "1000"}, arguments=("--server", server))
    assert house.server.process
    process = psutil.Process(house.server.process.pid)
    vera = await house.visitor().come()
    await vera.writes("Hello")
    # What the bot needs for its first thought is its own.
    await vera.until(lambda: vera.last(str(vera.conversation)) >= 4, "the bot's answer")
    before = process.memory_info().rss
    with stored.locked(house.server):
        pouring = asyncio.create_task(pour(vera))
        done, _ = await asyncio.wait([pouring], timeout=3)
        assert not done
        assert process.memory_info().rss - before < 16 * MIB
    await asyncio.wait_for(pouring, 60)
    await vera.until(lambda: len(vera.frames) > 1000, "answers to all", within=60)


async def pour(vera: Visitor) -> None:
    """60 MiB."""
    junk = '{"type": "nonsense", "text": "' + "x" * 60_000 + '"}'
    await vera.sends("send", text="This waits for the database.")
    for _ in range(1000):
        await vera.socket.send(junk)


@pytest.fixture(params=["daphne", "uvicorn"])
def server(request: pytest.FixtureRequest) -> str:
    return str(request.param)
