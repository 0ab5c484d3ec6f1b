"""What no real client can time: requests and sockets that come while others are still there."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from chat import limits, throttling
from chat.delivery import requests
from chat.delivery.requests import Requests
from chat.limits import Bound, Buckets, Sockets

PAGE = {"type": "http", "path": "/"}


class Slow:
    """An application that answers when it may, and knows how many it had at a time."""

    def __init__(self) -> None:
        self.may = asyncio.Event()
        self.now = self.most = 0
        self.statuses: list[int] = []

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.now += 1
        self.most = max(self.most, self.now)
        await self.may.wait()
        self.now -= 1
        await send({"type": "http.response.start", "status": 200})

    async def note(self, message: Any) -> None:
        if "status" in message:
            self.statuses.append(message["status"])

    async def asked(self, app: Requests, times: int) -> None:
        async with asyncio.TaskGroup() as tasks:
            for _ in range(times):
                tasks.create_task(app(PAGE, None, self.note))
            await asyncio.sleep(0)  # All have begun.
            self.may.set()


async def test_so_many_at_a_time_and_no_more_wait_than_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(requests, "AT_ONCE", 2)
    monkeypatch.setattr(requests, "MOST", 5)
    slow = Slow()
    await slow.asked(Requests(slow), 8)
    assert slow.most == 2
    assert sorted(slow.statuses) == [200] * 5 + [503] * 3


# --- sockets ---------------------------------------------------------------------------------------------------------
class Caller:
    """A handshake from an address, and what it came to."""

    def __init__(self, ip: str, claim: str = "") -> None:
        headers = [(b"x-forwarded-for", claim.encode())]
        self.scope = {
            "type": "websocket",
            "client": [ip, 1],
            "headers": headers,
            "extensions": {"websocket.http.response": {}},
        }
        self.status = 0

    async def receive(self) -> Any:
        return {"type": "websocket.connect"}

    async def send(self, message: Any) -> None:
        self.status = message.get("status", self.status)


async def test_an_address_has_so_many_sockets_whatever_it_claims_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PER_IP", Bound(name="ip", most=2))
    monkeypatch.setattr(limits, "sockets", Sockets())
    monkeypatch.setattr(limits, "buckets", Buckets())
    leave = asyncio.Event()

    async def stays(scope: Any, receive: Any, send: Any) -> None:
        await leave.wait()

    door = throttling.bounded(stays)
    callers = [Caller("203.0.113.9", f"198.51.100.{n}") for n in range(3)] + [Caller("203.0.113.8")]
    running = [asyncio.create_task(door(each.scope, each.receive, each.send)) for each in callers]
    await running[2]
    leave.set()
    await asyncio.gather(*running)
    assert [each.status for each in callers] == [0, 0, 429, 0]
    assert not limits.sockets.here
