"""One WebSocket, as a plain ASGI application: what lives as long as it, its topics, and how it ends.

It is not a Channels consumer: those hop through one thread for every event (docs/decisions/0002).
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, ClassVar

import structlog
from django.conf import settings

from chat.actions.refusals import REFUSALS, RETRY_AFTER
from chat.delivery.fanout import fanout
from chat.delivery.outgoing import Outgoing, departures
from chat.limits import Place, sockets
from chat.wire import server_frames as s
from chat.wire.codes import CloseCode
from chat.wire.parse import encode

log = structlog.get_logger()

#: Seconds for the last words of a socket that ends.
LAST_WORD_SECONDS = 1
#: Seconds over which the sockets of a stopping process come back.
SPREAD = 2.0
#: Seconds until who found no room may come back.
COOL_DOWN = 10.0


class Closed(Exception):
    """This socket is over; ``code`` says why."""

    def __init__(self, code: CloseCode, retry_after: float | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.retry_after = retry_after


class Connection:
    """Subclasses say what is read (``read``) and how it lives (``begin``)."""

    #: All sockets of this process.
    alive: ClassVar[set[Any]] = set()
    #: The process stops: who comes is sent away.
    draining: ClassVar[bool] = False

    def __init__(self, scope: Any, receive: Any, send: Any) -> None:
        self.scope = scope
        self._receive = receive
        self._send = send
        self._outgoing = Outgoing(self, send, scope.get("extensions", {}).get("candid.socket"))
        self._end: Closed | None = None
        self._topics: set[str] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._places: list[Place] = []
        self.greeted = False
        loop = asyncio.get_running_loop()
        #: The client is gone, or all was said before the end; then, when the farewell is over, too.
        self._done: asyncio.Future[None] = loop.create_future()
        self.over: asyncio.Future[None] = loop.create_future()

    @classmethod
    async def app(cls, scope: Any, receive: Any, send: Any) -> None:
        """The ASGI application: one session per connection."""
        await cls(scope, receive, send).run()

    # --- what subclasses say ---------------------------------------------------------------------------------------
    def may(self) -> bool:
        """Whether this connection may open a socket at all; asked before it is accepted."""
        return True

    async def read(self) -> None:
        """Until the client is gone."""
        raise NotImplementedError

    def begin(self) -> None:
        """It is open now."""

    def halt(self) -> None:
        """It is over."""

    async def control(self, word: bytes) -> None:
        """A word from another part of the house, such as that rights changed."""

    async def gone(self) -> None:
        """The connection is over; its topics are given up already."""

    # --- its life --------------------------------------------------------------------------------------------------
    async def run(self) -> None:
        await self._receive()
        if not own_origin(self.scope) or not self.may():
            log.info("socket.refused", path=self.scope["path"])
            await self._send({"type": "websocket.close", "code": CloseCode.FORBIDDEN})
            return
        await self._send({"type": "websocket.accept"})
        self.alive.add(self)
        if self.draining:
            self.send_away()
        try:
            await self._live()
            await self._close()
        finally:
            self.alive.discard(self)
            self.over.set_result(None)
            for place in self._places:
                sockets.leave(place)
            if self.greeted and not self.draining:
                with suppress(*REFUSALS):
                    await self.gone()

    async def _live(self) -> None:
        """Until the client is gone, or all was said before the end."""
        self.begin()
        self.spawn(self.read())
        try:
            await self._done
        finally:
            self.halt()
            for topic in tuple(self._topics):
                self.ignore(topic)
            for task in tuple(self._tasks):
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        """A fault in it ends the socket."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        fault = None if task.cancelled() else task.exception()
        if fault:
            self.end(CloseCode.RECONNECT, retry_after=RETRY_AFTER)
            # An OSError is uvicorn's way to say that the client is gone.
            if not isinstance(fault, OSError):
                log.error("socket.fault", exc_info=fault)
            self._finish()

    @property
    def is_over(self) -> bool:
        return self._done.done()

    def _finish(self) -> None:
        if not self._done.done():
            self._done.set_result(None)

    # --- its end ---------------------------------------------------------------------------------------------------
    def end(self, code: CloseCode, retry_after: float | None = None) -> None:
        """Say bye and close, after what is already on its way. Callable from the loop's thread only."""
        if self._end is None:
            self._end = Closed(code, retry_after)
            departures.add(self._outgoing)

    def send_away(self) -> None:
        """To another process or to this one's successor; not all at once."""
        self.end(CloseCode.RECONNECT, retry_after=round(random.uniform(0.2, SPREAD), 2))  # noqa: S311

    def all_left(self) -> None:
        if self._end:
            self._finish()

    def too_slow(self) -> None:
        log.info("socket.too_slow", path=self.scope["path"])
        self.end(CloseCode.TOO_SLOW, retry_after=1.0)

    async def _close(self) -> None:
        if self._end is None:
            return
        code, retry_after = self._end.code, self._end.retry_after
        bye = encode(s.Bye(code=code, retry_after=retry_after)).decode()
        for last in ({"type": "websocket.send", "text": bye}, {"type": "websocket.close", "code": int(code)}):
            with suppress(Exception):
                async with asyncio.timeout(LAST_WORD_SECONDS):
                    await self._send(last)

    # --- where it stands -------------------------------------------------------------------------------------------
    def enter(self, *places: Place) -> None:
        """Take a place among the sockets that may be open. Raises Closed where there is none."""
        for place in places:
            if not sockets.enter(place):
                log.info("socket.too_many", of=place[0].name)
                raise Closed(CloseCode.RATE_LIMITED, retry_after=COOL_DOWN)
            self._places.append(place)

    def listen(self, topic: str) -> None:
        self._topics.add(topic)
        fanout.hub.subscribe(topic, self)

    def ignore(self, topic: str) -> None:
        self._topics.discard(topic)
        fanout.hub.unsubscribe(topic, self)

    # --- out -------------------------------------------------------------------------------------------------------
    def push(self, topic: str, frame: bytes) -> None:
        if not frame.startswith(b"{"):
            self.spawn(self._obey(frame))
        elif self._end is None:
            self._outgoing.put(frame)

    async def _obey(self, word: bytes) -> None:
        with suppress(*REFUSALS):
            await self.control(word)

    def say(self, frame: s.ServerFrame) -> None:
        if self._end is None:
            self._outgoing.put(encode(frame))


def own_origin(scope: Any) -> bool:
    """Exactly our own scheme, host and port: no prefix, no other port, no ``null``, not absent."""
    origins = [value for name, value in scope["headers"] if name == b"origin"]
    return origins == [settings.PUBLIC_URL.encode()]
