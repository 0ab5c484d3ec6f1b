"""HTTP requests under way: so many at a time; a stopping process finishes those and takes no others."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from contextlib import suppress
from typing import Any

#: At a time: each has a thread of its own, and most wait for the database anyway. Beyond them so many may wait.
AT_ONCE = 32
MOST = 1_000
#: Seconds for what is under way, and for the bytes of the last answer, which Twisted writes in a later turn.
FINISH_SECONDS = 3.0
FLUSH_SECONDS = 0.1
#: Still answered while stopping: a load balancer must hear "not ready" rather than nothing.
HEALTH = {"/healthz", "/readyz"}


class Requests:
    """The ASGI application, counting. Sockets pass uncounted."""

    def __init__(self, application: Any) -> None:
        self._application = application
        self._under_way = 0
        self._turn = asyncio.Semaphore(AT_ONCE)
        self._none = asyncio.Event()
        self._closed = False

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self._application(scope, receive, send)
        elif scope["path"] in HEALTH:
            await self._count(self._application(scope, receive, send))
        elif self._closed or self._under_way >= MOST:
            await _come_again(send)
        else:
            await self._count(self._in_turn(scope, receive, send))

    async def _in_turn(self, scope: Any, receive: Any, send: Any) -> None:
        async with _Turn(self._turn, send) as tell:
            await self._application(scope, receive, tell)

    async def _count(self, answer: Awaitable[None]) -> None:
        """Daphne forgets a request whose client hangs up; its worker thread, waiting for a loop that has stopped, would
        keep the process for ever.
        """
        self._under_way += 1
        try:
            await answer
        finally:
            self._under_way -= 1
            if not self._under_way:
                self._none.set()

    def close(self) -> None:
        self._closed = True

    async def finished(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(FINISH_SECONDS):
                while self._under_way:
                    self._none.clear()
                    await self._none.wait()
        await asyncio.sleep(FLUSH_SECONDS)


class _Turn:
    """One of the AT_ONCE, given back when the answer begins: who reads it slowly keeps nobody else waiting."""

    def __init__(self, turns: asyncio.Semaphore, send: Any) -> None:
        self._turns = turns
        self._send = send
        self._mine = False

    async def __aenter__(self) -> Any:
        await self._turns.acquire()
        self._mine = True
        return self._tell

    async def __aexit__(self, *raised: object) -> None:
        self._give_back()

    async def _tell(self, message: Any) -> None:
        self._give_back()
        await self._send(message)

    def _give_back(self) -> None:
        if self._mine:
            self._mine = False
            self._turns.release()


async def _come_again(send: Any) -> None:
    """503: a proxy asks the next process, a client tries again."""
    headers = [(b"retry-after", b"1"), (b"content-length", b"0"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": 503, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
