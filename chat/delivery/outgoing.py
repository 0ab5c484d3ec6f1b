"""What leaves a socket: frames wait in a bounded buffer until this turn of the loop is over, and leave together.

Who doesn't read in time is told to come back and resume.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterable
from typing import Any, Protocol

import structlog
from django.conf import settings

from chat import failpoints

log = structlog.get_logger()

#: Bytes that may wait for one socket.
BUFFER_BYTES = 512 * 1024
#: How long one frame may take to leave.
SEND_SECONDS = 20 / settings.CLOCKS


class Line(Protocol):
    """What a server's socket can do beyond ASGI."""

    def take(self, frames: Iterable[bytes]) -> bool:
        """Send text frames now, all of them; False if the reader is slow or gone, and none was."""


class Owner(Protocol):
    """Whose frames they are."""

    @property
    def is_over(self) -> bool: ...
    def spawn(self, work: Coroutine[Any, Any, None]) -> None: ...
    def too_slow(self) -> None: ...
    def all_left(self) -> None: ...


class Outgoing:
    """There are thousands of these: nothing in it that may never be needed."""

    __slots__ = ("_bytes", "_frames", "_line", "_owner", "_send", "_writing")

    def __init__(self, owner: Owner, send: Any, line: Line | None) -> None:
        """``line``: the server's own socket where it has one to offer."""
        self._owner = owner
        self._send = send
        self._line = line
        self._frames: list[bytes] = []
        self._bytes = 0
        #: Frames wait their turn beside the line.
        self._writing = False

    def put(self, frame: bytes) -> None:
        if self._frames and self._bytes + len(frame) > BUFFER_BYTES:
            # Nobody reads: what waits is worthless, the client will resume.
            self._frames.clear()
            self._owner.too_slow()
            return
        if not self._frames:
            departures.add(self)
        self._frames.append(frame)
        self._bytes += len(frame)

    def leave(self) -> None:
        """Straight out where the server can and the reader keeps up; else ``_write`` has the patience."""
        if self._writing or self._owner.is_over:
            return
        if self._frames and self._line and self._line.take(self._frames):
            _sent(*self._frames)
            self._frames.clear()
            self._bytes = 0
        if self._frames:
            self._writing = True
            self._owner.spawn(self._write())
        else:
            self._owner.all_left()

    async def _write(self) -> None:
        """Until all has left, or a frame takes too long to leave."""
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(SEND_SECONDS) as patience:
                while self._frames:
                    frame = self._frames.pop(0)
                    self._bytes -= len(frame)
                    await self._send({"type": "websocket.send", "text": frame.decode()})
                    _sent(frame)
                    patience.reschedule(loop.time() + SEND_SECONDS)
        except TimeoutError:
            self._owner.too_slow()
        self._writing = False
        self._owner.all_left()


class _Departures:
    """All sockets with something to send: one callback for all of them."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._waiting: list[Outgoing] = []

    def add(self, outgoing: Outgoing) -> None:
        loop = asyncio.get_running_loop()
        if not self._waiting or self._loop is not loop:
            self._loop, self._waiting = loop, []
            loop.call_soon(self._last_call)
        self._waiting.append(outgoing)

    def _last_call(self) -> None:
        # One turn later: whose message was just pushed is about to be acked, and both leave in one piece.
        asyncio.get_running_loop().call_soon(self._go)

    def _go(self) -> None:
        waiting, self._waiting = self._waiting, []
        for outgoing in waiting:
            try:
                outgoing.leave()
            except Exception:
                log.exception("socket.fault")


departures = _Departures()


def _sent(*frames: bytes) -> None:
    if failpoints.ACKS and any(frame.startswith(b'{"type":"ack"') for frame in frames):
        asyncio.get_running_loop().call_later(failpoints.LEAVING, failpoints.hit, "after_ack")
