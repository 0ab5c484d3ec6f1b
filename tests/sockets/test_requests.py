"""What no real client can time: requests that come while others take long."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from chat.delivery import requests
from chat.delivery.requests import Requests

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
