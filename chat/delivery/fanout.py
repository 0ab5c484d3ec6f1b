"""From a commit in any thread to every listener in any process.

One process: straight to its hub. With REDIS_URL: also over one pub/sub channel, one subscription per process.
Losing a push is allowed everywhere (clients fill gaps by seq), so a broken Redis delays and never fails a send.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from contextlib import suppress

import redis.asyncio
import structlog
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from chat.delivery.hub import Hub

log = structlog.get_logger()

CHANNEL = "candid"
_RETRY = 1.0
#: Frames that may wait for Redis; more are lost, as hints may be.
_WAITING = 10_000
#: Frames that go to Redis together.
_BATCH = 200


class Fanout:
    """Made once per process; ``start`` binds it to the loop that owns the hub."""

    def __init__(self) -> None:
        self.hub = Hub()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._outgoing: asyncio.Queue[bytes] | None = None
        self._tasks: list[asyncio.Task[None]] = []
        self._me = secrets.token_hex(8).encode()

    def start(self, redis_url: str = "") -> None:
        self._loop = asyncio.get_running_loop()
        if redis_url:
            self._outgoing = asyncio.Queue(_WAITING)
            self._tasks = [self._loop.create_task(self._keep(work, redis_url)) for work in (self._listen, self._speak)]

    async def stop(self) -> None:
        tasks, self._tasks = self._tasks, []
        self._loop = self._outgoing = None
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def here(self, topic: str, frame: bytes) -> None:
        """To this process alone. Callable from any thread, also where no loop runs (management commands)."""
        self._soon(self.hub.deliver, topic, frame)

    def publish(self, topic: str, frame: bytes) -> None:
        """To every process. Never waits: not the thread that just committed for a Redis that is away."""
        self.here(topic, frame)
        if self._outgoing:
            self._soon(self._post, b"\n".join((self._me, topic.encode(), frame)))

    def _soon(self, call: Callable[..., None], *values: object) -> None:
        loop = self._loop
        # A thread may still commit while the loop ends.
        with suppress(RuntimeError):
            if loop:
                loop.call_soon_threadsafe(call, *values)

    def _post(self, message: bytes) -> None:
        with suppress(asyncio.QueueFull):
            if self._outgoing:
                self._outgoing.put_nowait(message)

    # --- Redis -----------------------------------------------------------------------------------------------------
    async def _keep(self, work: Callable[[redis.asyncio.Redis], Awaitable[None]], url: str) -> None:
        """``work`` for ever, over a new connection whenever one breaks."""
        while True:
            try:
                async with redis.asyncio.Redis.from_url(url, socket_connect_timeout=2, retry=_NEVER) as client:
                    await work(client)
            except (RedisError, OSError):
                log.warning("fanout.redis_unreachable")
            await asyncio.sleep(_RETRY)

    async def _speak(self, client: redis.asyncio.Redis) -> None:
        while (outgoing := self._outgoing) is not None:
            batch = [await outgoing.get()]
            while not outgoing.empty() and len(batch) < _BATCH:
                batch.append(outgoing.get_nowait())
            pipeline = client.pipeline(transaction=False)
            for message in batch:
                pipeline.publish(CHANNEL, message)
            async with asyncio.timeout(2):
                await pipeline.execute()

    async def _listen(self, client: redis.asyncio.Redis) -> None:
        async with client.pubsub() as subscription:
            await subscription.subscribe(CHANNEL)
            async for message in subscription.listen():
                self._receive(message)

    def _receive(self, message: dict[str, object]) -> None:
        data = message.get("data")
        if message.get("type") != "message" or not isinstance(data, bytes):
            return
        sender, topic, frame = data.split(b"\n", 2)
        if sender != self._me:
            self.hub.deliver(topic.decode(), frame)


#: redis-py's own retries would take their time; ours begins anew.
_NEVER = Retry(NoBackoff(), 0)

fanout = Fanout()
