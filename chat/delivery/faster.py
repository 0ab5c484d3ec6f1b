"""uvicorn with what it leaves out: floods are dropped unheard, frames leave together, and signals are ours."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from typing import Any

import uvicorn
from uvicorn.protocols.http.auto import AutoHTTPProtocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.protocol import State

from chat.throttling import floods


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
    async def run_asgi(self) -> None:
        extensions: Any = self.scope["extensions"]
        extensions["candid.socket"] = self
        await super().run_asgi()

    def take(self, frames: Iterable[bytes]) -> bool:
        """See chat.delivery.session.Line: one system call for all of them."""
        if self.conn.state is not State.OPEN or not self.writable.is_set() or self.transport.is_closing():
            return False
        for frame in frames:
            self.conn.send_text(frame)
        self.transport.write(b"".join(self.conn.data_to_send()))
        return True


class Server(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield  # Ours drain first.
