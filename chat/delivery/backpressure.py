"""Daphne's WebSockets with what Daphne leaves out: senders wait for slow readers, and every close code is said.

Importing this installs Twisted's asyncio reactor.
"""

from __future__ import annotations

import asyncio
from typing import Any

from daphne.server import Server
from daphne.ws_protocol import WebSocketProtocol


class Socket(WebSocketProtocol):  # type: ignore[misc]
    """Twisted calls the three ``Producing`` methods when its write buffer fills, empties, and is lost."""

    def onConnect(self, request: Any) -> Any:  # noqa: N802
        self.writable = asyncio.Event()
        self.writable.set()
        return super().onConnect(request)

    def onOpen(self) -> None:  # noqa: N802
        super().onOpen()
        self.transport.unregisterProducer()  # The HTTP channel whose connection this was.
        self.transport.registerProducer(self, True)

    def pauseProducing(self) -> None:  # noqa: N802
        self.writable.clear()

    def resumeProducing(self) -> None:  # noqa: N802
        self.writable.set()

    def stopProducing(self) -> None:  # noqa: N802
        self.writable.set()

    def serverSend(self, content: str, binary: bool = False) -> None:  # noqa: N802
        # Autobahn's sendMessage holds what goes out to the limit for what comes in, and a transcript is longer.
        if self.state == self.STATE_OPEN:
            self.sendFrame(opcode=1, payload=content.encode())

    def serverClose(self, code: int | None = None) -> None:  # noqa: N802
        # Autobahn's sendClose refuses 1003 and 1012.
        self.sendCloseFrame(code=code or 1000)


class PatientServer(Server):  # type: ignore[misc]
    """Its ``handle_reply`` is what sockets call ``send``."""

    def adapt_sockets(self) -> None:
        self.ws_factory.protocol = Socket
        # Otherwise Autobahn drops the connection where 1007 or 1009 should be said.
        self.ws_factory.setProtocolOptions(failByDrop=False)

    async def handle_reply(self, protocol: Any, message: Any) -> None:
        if message["type"] == "websocket.send":
            await protocol.writable.wait()
        await super().handle_reply(protocol, message)
