"""From a commit in any thread to every listener in any process.

One process: straight to its hub. With REDIS_URL: also over one pub/sub channel, one subscription per process.
Losing a push is allowed everywhere (clients fill gaps by seq), so a broken Redis delays and never fails a send.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from contextlib import suppress
from threading import get_ident

import redis.asyncio

from chat.delivery.hub import Hub
from chat.delivery.link import keep

CHANNEL = "candid"
#: Frames, and bytes of them, that may wait for Redis; more are lost, as hints may be.
_WAITING = 10_000
_WAITING_BYTES = 16 * 1024 * 1024
#: Frames that go to Redis together, and about how many bytes of them.
_BATCH, _BATCH_BYTES = 500, 256 * 1024
#: Seconds in which a stopping process says what still waits.
_LAST_WORDS = 0.5
#: Seconds after which a process with nothing to say asks whether anybody else listens.
_ASK = 1.0


class Fanout:
    """Made once per process; ``start`` binds it to the loop that owns the hub."""

    def __init__(self) -> None:
        self.hub = Hub()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread = 0
        self._outgoing: asyncio.Queue[bytes] | None = None
        self._waiting_bytes = 0
        self._tasks: list[asyncio.Task[None]] = []
        self._me = secrets.token_hex(8).encode()
        #: Whether another process may listen. To ourselves alone nothing needs to be told by way of Redis.
        self._others = True
        self._listening = False
        self._heard = 0

    def start(self, redis_url: str = "") -> None:
        self._loop, self._thread = asyncio.get_running_loop(), get_ident()
        if redis_url:
            self._outgoing = asyncio.Queue(_WAITING)
            self._waiting_bytes = 0
            self._tasks = [self._loop.create_task(keep(work, redis_url)) for work in (self._listen, self._speak)]

    async def stop(self) -> None:
        """What waits for Redis still goes, if it takes it now."""
        if self._outgoing:
            with suppress(TimeoutError):
                async with asyncio.timeout(_LAST_WORDS):
                    await self._outgoing.join()
        tasks, self._tasks = self._tasks, []
        self._loop = self._outgoing = None
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    @property
    def alone(self) -> bool:
        """Whether no other process listens by way of Redis, as far as this one knows."""
        return not self._others

    def here(self, topic: str, frame: bytes) -> None:
        """To this process alone. Callable from any thread, also where no loop runs (management commands)."""
        self.soon(self.hub.deliver, topic, frame)

    def publish(self, topic: str, frame: bytes) -> None:
        """To every process. Never waits: not the thread that just committed for a Redis that is away."""
        self.here(topic, frame)
        if self._outgoing and self._others:
            self.soon(self._post, b"%b\n%b" % (topic.encode(), frame))

    def soon(self, call: Callable[..., None], *values: object) -> None:
        """On the loop, from any thread; at once if this is the loop's. Where no loop runs there is nobody to tell."""
        loop = self._loop
        if loop and get_ident() == self._thread:
            call(*values)
            return
        # A thread may still commit while the loop ends.
        with suppress(RuntimeError):
            if loop:
                loop.call_soon_threadsafe(call, *values)

    def _post(self, message: bytes) -> None:
        queue = self._outgoing
        if queue is not None and not queue.full() and self._waiting_bytes + len(message) <= _WAITING_BYTES:
            queue.put_nowait(message)
            self._waiting_bytes += len(message)

    # --- Redis -----------------------------------------------------------------------------------------------------
    async def _speak(self, client: redis.asyncio.Redis) -> None:
        while (outgoing := self._outgoing) is not None:
            batch = await self._next(outgoing)
            try:
                await self._send(client, batch)
            finally:
                for _ in batch:
                    outgoing.task_done()

    async def _next(self, outgoing: asyncio.Queue[bytes]) -> list[bytes]:
        """What waits, together; nothing after a second of silence."""
        try:
            async with asyncio.timeout(_ASK):
                batch = [await outgoing.get()]
        except TimeoutError:
            return []
        size = len(batch[0])
        while not outgoing.empty() and len(batch) < _BATCH and size < _BATCH_BYTES:
            batch.append(outgoing.get_nowait())
            size += len(batch[-1])
        self._waiting_bytes -= size
        return batch

    async def _send(self, client: redis.asyncio.Redis, batch: list[bytes]) -> None:
        """One message for all: neither topics nor frames have a line break."""
        heard = self._heard
        async with asyncio.timeout(2):
            listeners = await client.publish(CHANNEL, b"\n".join((self._me, *batch)))
        # Only this process, unless another one spoke up meanwhile.
        self._others = not (self._listening and listeners == 1 and heard == self._heard)

    async def _listen(self, client: redis.asyncio.Redis) -> None:
        try:
            async with client.pubsub() as subscription:
                await subscription.subscribe(CHANNEL)
                async for message in subscription.listen():
                    if message.get("type") == "subscribe":
                        self._listening = True
                        # Who believed to be alone learns better at once.
                        await client.publish(CHANNEL, self._me)
                    self._receive(message)
        finally:
            self._listening, self._others = False, True

    def _receive(self, message: dict[str, object]) -> None:
        data = message.get("data")
        if message.get("type") != "message" or not isinstance(data, bytes):
            return
        sender, *batch = data.split(b"\n")
        if sender != self._me:
            self._others = True
            self._heard += 1
            for topic, frame in zip(batch[::2], batch[1::2], strict=True):
                self.hub.deliver(topic.decode(), frame)


fanout = Fanout()
