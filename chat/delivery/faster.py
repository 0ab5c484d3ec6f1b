"""uvicorn with what it leaves out: floods are dropped unheard, frames leave together, and signals are ours."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from typing import Any

import uvicorn
from uvicorn.protocols.http.auto import AutoHTTPProtocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.protocol import State

from chat.delivery.frames import Frames, text_frame
from chat.delivery.inbox import Inbox
from chat.throttling import floods
from chat.wire.limits import FRAME_BYTES


class Connection(AutoHTTPProtocol):  # type: ignore[misc, valid-type]
    dropped = False

    def connection_made(self, transport: Any) -> None:
        self.dropped = floods((transport.get_extra_info("peername") or ["-"])[0])
        if self.dropped:
            transport.abort()
        else:
            super().connection_made(transport)

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.dropped:
            super().connection_lost(exc)


class WebSocket(WebSocketsSansIOProtocol):
    queue: Any

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self._incoming: Frames | None = None
        self.queue = Inbox(self)

    async def run_asgi(self) -> None:
        extensions: Any = self.scope["extensions"]
        extensions["candid.socket"] = self
        await super().run_asgi()

    # --- in: uvicorn's own stops and resumes reading for each message ---
    def data_received(self, data: bytes) -> None:
        if not self.handshake_complete:
            super().data_received(data)
            return
        self._incoming = self._incoming or Frames(FRAME_BYTES)
        for frame in self._incoming.cut(data):
            if isinstance(frame, bytes):
                super().data_received(frame)
            elif self.conn.state is State.OPEN and not self.close_sent:
                self.queue.hear(frame)

    async def receive(self) -> Any:
        return await self.queue.get()

    def pause(self) -> None:
        if not self.read_paused:
            self.read_paused = True
            self.transport.pause_reading()

    def unpause(self) -> None:
        if self.read_paused:
            self.read_paused = False
            self.transport.resume_reading()

    # --- out ---
    def take(self, frames: Iterable[bytes]) -> bool:
        """See chat.delivery.outgoing.Line: one system call for all of them."""
        if self.conn.state is not State.OPEN or not self.writable.is_set() or self.transport.is_closing():
            return False
        self.transport.write(b"".join(map(text_frame, frames)))
        return True


class Server(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield  # Ours drain first.
