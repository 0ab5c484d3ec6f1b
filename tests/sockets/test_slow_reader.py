"""Who doesn't read is closed, and costs the server no memory."""

from __future__ import annotations

import asyncio

import psutil
import pytest

from tests.sockets import stored
from tests.sockets.client import PATIENCE, Visitor
from tests.sockets.conftest import FAST, House, Start
from tests.sockets.test_story import waiting

MIB = 1024 * 1024


async def flooded(house: House) -> Visitor:
    """Vera asks again and again for half a megabyte, and reads nothing of it."""
    vera, conversation = await waiting(house)
    for _ in range(50):
        await vera.sends("send", text="x" * 10_000)
    await vera.is_answered()
    vera.socket.transport.pause_reading()
    for ref in range(400):
        await vera.say({"type": "resume", "ref": ref, "conversation": conversation})
    return vera


@pytest.mark.parametrize("server", ["daphne", "uvicorn"])
async def test_who_does_not_read_is_closed(start: Start, server: str) -> None:
    house = start(settings=FAST, arguments=("--server", server))
    assert house.server.process
    process = psutil.Process(house.server.process.pid)
    await house.visitor().come()
    before = process.memory_info().rss
    vera = await flooded(house)
    async with asyncio.timeout(PATIENCE):
        while "socket.too_slow" not in stored.log_of(house.server):
            await asyncio.to_thread(process.cpu_percent, 0.1)
    assert process.memory_info().rss - before < 32 * MIB
    vera.socket.transport.resume_reading()
    assert await vera.gone() in (4008, 1006)
    await vera.come()
    assert vera.welcome["head"]["seq"] == vera.last(str(vera.conversation)) == 53
