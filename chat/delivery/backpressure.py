"""Daphne's WebSockets with what Daphne leaves out: backpressure both ways, every close code, HTTP 429 for a handshake.

Importing this installs Twisted's asyncio reactor.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from functools import partial
from http import HTTPStatus
from typing import Any

from daphne.server import Server
from daphne.ws_protocol import WebSocketProtocol

from chat.delivery.frames import Frames, text_frame
from chat.delivery.inbox import Inbox
from chat.throttling import floods
from chat.wire.limits import FRAME_BYTES


class Socket(WebSocketProtocol):  # type: ignore[misc]
    """Twisted calls the three ``Producing`` methods when its write buffer fills, empties, and is lost."""

    #: While the reader is slow: what tells that it caught up.
    slow: asyncio.Event | None = None
    paused = False
    message_data: Any = None
    #: Once it is open.
    frames: Frames | None = None

    def onOpen(self) -> None:  # noqa: N802
        super().onOpen()
        self.frames = Frames(FRAME_BYTES)
        self.transport.unregisterProducer()  # The HTTP channel whose connection this was.
        self.transport.registerProducer(self, True)

    # --- in: what the application hasn't taken yet ---
    def dataReceived(self, data: bytes) -> None:  # noqa: N802
        # Autobahn's own makes up a line for a log that nobody reads, of each piece of data.
        if self.frames is None:
            self._dataReceived(data)
            return
        for frame in self.frames.cut(data):
            if isinstance(frame, bytes):
                self._dataReceived(frame)
            elif self.state == self.STATE_OPEN and not self.muted:
                self.application_queue.hear(frame)

    def onMessageEnd(self) -> None:  # noqa: N802
        # Autobahn's own also fires a signal that nobody hears.
        if not self.failedByMe:
            self.onMessage(b"".join(self.message_data), self.message_is_binary)
        self.message_data = None

    def pause(self) -> None:
        if not self.paused:
            self.paused = True
            self.transport.pauseProducing()

    def unpause(self) -> None:
        if self.paused:
            self.paused = False
            self.transport.resumeProducing()

    # --- out ---
    def pauseProducing(self) -> None:  # noqa: N802
        self.slow = self.slow or asyncio.Event()

    def resumeProducing(self) -> None:  # noqa: N802
        if self.slow:
            self.slow.set()
            self.slow = None

    def stopProducing(self) -> None:  # noqa: N802
        self.resumeProducing()

    def serverSend(self, content: str, binary: bool = False) -> None:  # noqa: N802
        # Autobahn's sendMessage holds what goes out to the limit for what comes in, and a transcript is longer.
        if self.state == self.STATE_OPEN:
            self._write(text_frame(content.encode()))

    def take(self, frames: Iterable[bytes]) -> bool:
        """See chat.delivery.session.Line: without a task, a coroutine and a system call for each frame."""
        if self.state != self.STATE_OPEN or self.slow:
            return False
        self._write(b"".join(map(text_frame, frames)))
        return True

    def _write(self, data: bytes) -> None:
        """At once where nothing waits: Twisted would ask the kernel to be told when it may, and then not to be told."""
        line, sent = self.transport, 0
        if line.connected and not line.disconnecting and not line.dataBuffer and not line._tempDataBuffer:
            taken = line.writeSomeData(data)
            # Anything else is the connection's loss, of which Twisted tells in its own way.
            sent = taken if isinstance(taken, int) else 0
        if sent < len(data):
            line.write(data[sent:])

    def serverClose(self, code: int | None = None) -> None:  # noqa: N802
        # Autobahn's sendClose refuses 1003 and 1012.
        self.sendCloseFrame(code=code or 1000)
        # The client's own close frame must be read.
        self.unpause()

    def refuse(self, status: int, headers: Any) -> None:
        """Instead of opening; Daphne alone knows only 403."""
        words = [(name.decode("latin1"), value.decode("latin1")) for name, value in headers]
        self.failHandshake(HTTPStatus(status).phrase, status, [*words, ("Content-Length", "0")])
        self.server.protocol_disconnected(self)


class PatientServer(Server):  # type: ignore[misc]
    """Its ``handle_reply`` is what sockets call ``send``."""

    def adapt_sockets(self) -> None:
        self.ws_factory.protocol = Socket
        # Otherwise Autobahn drops the connection where 1007 or 1009 should be said.
        self.ws_factory.setProtocolOptions(failByDrop=False)
        # Autobahn's own copies these to each socket and writes a page about them, for a log that nobody reads: it took
        # a third of each handshake.
        for name in Socket.CONFIG_ATTRS:
            value = getattr(self.ws_factory, name)
            setattr(Socket, name, staticmethod(value) if callable(value) else value)
        Socket.CONFIG_ATTRS = ()
        build = self.http_factory.buildProtocol
        self.http_factory.buildProtocol = lambda address: None if floods(address.host) else build(address)

    def create_application(self, protocol: Any, scope: Any) -> Any:
        if not isinstance(protocol, Socket):
            return super().create_application(protocol, scope)
        scope["asgi"] = {"version": "3.0"}
        scope["extensions"] = {"websocket.http.response": {}, "candid.socket": protocol}
        inbox = Inbox(protocol)
        work = self.application(scope, inbox.get, partial(self.handle_reply, protocol))
        self.connections[protocol]["application_instance"] = asyncio.ensure_future(work)
        return inbox

    async def handle_reply(self, protocol: Any, message: Any) -> None:
        match message["type"]:
            case "websocket.send":
                while protocol.slow:
                    await protocol.slow.wait()
            case "websocket.http.response.start":
                protocol.refuse(message["status"], message["headers"])
                return
            case "websocket.http.response.body":
                return
        await super().handle_reply(protocol, message)
