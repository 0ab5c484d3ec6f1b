"""A bad network between clients and one server: a TCP proxy whose faults change while connections live.

A fault holds for the lines that are open and for those to come, until the next one.
"""

from __future__ import annotations

import asyncio
import random
import socket
import struct
from contextlib import suppress
from dataclasses import dataclass, field

_CHUNK = 16 * 1024
#: Chunks on their way in one direction; a real line also holds only so much.
_IN_FLIGHT = 64


@dataclass
class Weather:
    """Seconds, bytes per second, chance per chunk. ``latency`` ± ``jitter`` holds in each direction."""

    latency: float = 0.0
    jitter: float = 0.0
    rate: float | None = None
    reset_chance: float = 0.0
    random: random.Random = field(default_factory=lambda: random.Random(1))

    def delay(self) -> float:
        return max(0.0, self.latency + self.random.uniform(-self.jitter, self.jitter))


class Proxy:
    """Listens on ``port`` of 127.0.0.1 (0: any) for the server at ``target``."""

    def __init__(self, target: int, port: int = 0) -> None:
        self.target = target
        self.port = port
        self.weather = Weather()
        self.lines: set[Line] = set()
        #: Cleared: what is sent into a direction stays with its sender, and so does its end.
        self.flows = {"to_server": asyncio.Event(), "to_client": asyncio.Event()}
        #: Bytes to the client after which a line breaks; None for never.
        self.cut_after: int | None = None

    async def __aenter__(self) -> Proxy:
        self.restore()
        self._listener = await asyncio.start_server(self._accept, "127.0.0.1", self.port, limit=_CHUNK)
        self.port = self._listener.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._listener.close()
        for line in tuple(self.lines):
            line.reset()
            await line.over.wait()

    # --- faults ----------------------------------------------------------------------------------------------------
    def restore(self) -> None:
        """Good weather again; what was held back arrives now, as after a blackout of a real network."""
        self.weather = Weather()
        self.cut_after = None
        for flow in self.flows.values():
            flow.set()

    def blackhole(self) -> None:
        """No byte, FIN or RST passes, in either direction: both ends are half-open and don't know it."""
        for flow in self.flows.values():
            flow.clear()

    def stop_reading(self) -> None:
        """The client reads nothing more, though it may still send: the server's buffers fill."""
        self.flows["to_client"].clear()

    def reset(self) -> None:
        """RST to both ends of every line."""
        for line in tuple(self.lines):
            line.reset()

    def half_close(self) -> None:
        """FIN to every client; its own words still reach the server."""
        for line in tuple(self.lines):
            line.half_close()

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = Line(self, reader, writer)
        self.lines.add(line)
        try:
            await line.run()
        finally:
            self.lines.discard(line)
            line.over.set()


class Line:
    def __init__(self, proxy: Proxy, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.proxy = proxy
        self.client = reader, writer
        self.over = asyncio.Event()
        self._writers = [writer]
        self._tasks: list[asyncio.Task[None]] = []
        self._to_client = 0

    async def run(self) -> None:
        try:
            # Into a black hole no SYN gets through either.
            await self.proxy.flows["to_server"].wait()
            server = await self._connect()
        except OSError:
            return self.reset()
        self._writers.append(server[1])
        pumps = [("to_server", self.client[0], server[1]), ("to_client", server[0], self.client[1])]
        self._tasks = [asyncio.create_task(self._pump(*pump)) for pump in pumps]
        await asyncio.wait(self._tasks)
        for writer in self._writers:
            writer.close()
        return None

    async def _connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        sock = socket.socket()
        # As little as a phone has; the kernel would grow it to megabytes, and nobody be slow.
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _CHUNK)
        sock.setblocking(False)
        await asyncio.get_running_loop().sock_connect(sock, ("127.0.0.1", self.proxy.target))
        return await asyncio.open_connection(sock=sock, limit=_CHUNK)

    def reset(self) -> None:
        for writer in self._writers:
            sock = writer.get_extra_info("socket")
            with suppress(OSError):
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            writer.transport.abort()
        for task in self._tasks:
            task.cancel()

    def half_close(self) -> None:
        with suppress(OSError):
            self.client[1].write_eof()
        if self._tasks:
            self._tasks[1].cancel()

    async def _pump(self, way: str, source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        """Two halves, so that latency delays what is sent and does not slow it down."""
        travelling: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(_IN_FLIGHT)
        try:
            async with asyncio.TaskGroup() as halves:
                halves.create_task(self._take_in(way, source, travelling))
                halves.create_task(self._deliver(way, travelling, sink))
        except* OSError:
            self.reset()

    async def _take_in(
        self, way: str, source: asyncio.StreamReader, travelling: asyncio.Queue[tuple[float, bytes]]
    ) -> None:
        loop, due = asyncio.get_running_loop(), 0.0
        chunk = b"begin"
        while chunk:
            await self.proxy.flows[way].wait()
            chunk = await source.read(_CHUNK)
            weather = self.proxy.weather
            if weather.random.random() < weather.reset_chance:
                raise ConnectionResetError
            slowness = len(chunk) / weather.rate if weather.rate else 0.0
            due = max(due + slowness, loop.time() + weather.delay() + slowness)
            await travelling.put((due, chunk))

    async def _deliver(
        self, way: str, travelling: asyncio.Queue[tuple[float, bytes]], sink: asyncio.StreamWriter
    ) -> None:
        """An empty chunk is the end of this direction."""
        loop = asyncio.get_running_loop()
        while True:
            due, chunk = await travelling.get()
            await asyncio.sleep(due - loop.time())
            await self.proxy.flows[way].wait()
            if not chunk:
                break
            if way == "to_client":
                chunk = self._cut(chunk)
            sink.write(chunk)
            await sink.drain()
            if way == "to_client" and self.proxy.cut_after is not None and self._to_client >= self.proxy.cut_after:
                raise ConnectionResetError
        with suppress(OSError):
            sink.write_eof()

    def _cut(self, chunk: bytes) -> bytes:
        limit = self.proxy.cut_after
        passed = chunk if limit is None else chunk[: max(0, limit - self._to_client)]
        self._to_client += len(passed)
        return passed
