"""SIGTERM and Ctrl-C: sockets are told when to come back, work in flight ends, the process leaves in good order."""

from __future__ import annotations

import asyncio
import json
import signal
from collections import Counter

import httpx
import pytest

from tests.sockets import stored
from tests.sockets.client import PATIENCE, PROOF, Visitor, new_cmid
from tests.sockets.conftest import House, Start

pytestmark = pytest.mark.parametrize("server", ["daphne", "uvicorn"])


async def ends(house: House, how: signal.Signals) -> int:
    """The exit code, which must come within a few seconds."""
    process = house.server.process
    assert process
    process.send_signal(how)
    return await asyncio.to_thread(process.wait, 6)


async def test_sockets_are_told_when_to_come_back(start: Start, server: str) -> None:
    house = start(arguments=("--server", server))
    clients = [await house.visitor().come() for _ in range(6)] + [await house.agent("ana").come()]
    assert house.server.ready()
    ended = asyncio.create_task(ends(house, signal.SIGTERM))
    byes = [await client.hears("bye") for client in clients]
    assert not await asyncio.to_thread(house.server.ready)
    assert {bye["code"] for bye in byes} == {await client.gone() for client in clients} == {4010}
    delays = [bye["retry_after"] for bye in byes]
    assert all(0.2 <= delay <= 2 for delay in delays) and len(set(delays)) > 1
    assert await ended == 0


async def test_what_was_acknowledged_is_kept_and_the_rest_can_be_sent_again(start: Start, server: str) -> None:
    house = start(arguments=("--server", server))
    vera = await house.visitor().come()
    for number in range(40):
        await vera.sends("send", text=f"message {number}", disclosure=PROOF)
    conversation = (await vera.hears("ack"))["conversation"]
    assert await ends(house, signal.SIGTERM) == 0
    assert len(said_in(house, conversation)) >= 40 - len(vera.outbox)
    await asyncio.to_thread(house.server.start)
    await vera.come()
    await vera.is_answered()
    assert said_in(house, conversation) == {f"message {number}": 1 for number in range(40)}


def said_in(house: House, conversation: str) -> Counter[str]:
    return Counter(text for text in stored.texts(house.server, conversation) if text.startswith("message"))


async def test_a_request_under_way_is_answered_while_others_are_sent_to_another_process(
    start: Start, server: str
) -> None:
    house = start(arguments=("--server", server))
    with stored.locked(house.server):
        hello = await posted(house.visitor(), "Hello")
        await is_ready(house, 200)
        ended = asyncio.create_task(ends(house, signal.SIGTERM))
        await is_ready(house, 503)
        late = await posted(house.visitor(), "Too late")
        assert b" 503 " in await late[0].readline()
    answer = await hello[0].read()
    assert b" 200 " in answer and b'"type":"ack"' in answer
    assert await ended == 0


async def posted(vera: Visitor, text: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """A message is on its way by POST; where its answer will come, and what keeps the connection open."""
    body = json.dumps({"type": "send", "cmid": new_cmid(), "text": text, "disclosure": PROOF})
    head = [
        f"POST /api/v1/visitor/commands/?site={vera.site} HTTP/1.1",
        f"Host: 127.0.0.1:{vera.server.port}",
        f"Authorization: Bearer {vera.credential}",
        "X-Candid-Fresh: 1",
        "Content-Type: application/json",
        f"Content-Length: {len(body)}",
        "Connection: close",
    ]
    reader, writer = await asyncio.open_connection("127.0.0.1", vera.server.port)
    writer.write("\r\n".join([*head, "", body]).encode())
    await writer.drain()
    return reader, writer


async def is_ready(house: House, status: int) -> None:
    async with asyncio.timeout(PATIENCE):
        while (await asyncio.to_thread(httpx.get, house.server.url + "/readyz", timeout=10)).status_code != status:
            pass


async def test_ctrl_c_ends_it_though_a_client_never_reads(start: Start, server: str) -> None:
    house = start(arguments=("--server", server))
    vera = await house.visitor().come()
    vera.socket.transport.pause_reading()
    assert await ends(house, signal.SIGINT) == 0
    vera.socket.transport.resume_reading()


async def test_a_client_that_hangs_up_holds_nobody(start: Start, server: str) -> None:
    house = start(arguments=("--server", server))
    request = f"GET /console/ HTTP/1.1\r\nHost: 127.0.0.1:{house.server.port}\r\n\r\n".encode()
    for _ in range(40):
        _, writer = await asyncio.open_connection("127.0.0.1", house.server.port)
        writer.write(request)
        writer.close()
    assert await ends(house, signal.SIGTERM) == 0
