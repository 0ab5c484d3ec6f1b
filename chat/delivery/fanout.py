"""From a commit in any thread to every listener in any process.

One process: straight to its hub. With REDIS_URL: also over one pub/sub channel, one subscription per process.
Losing a push is allowed everywhere (clients fill gaps by seq), so a broken Redis delays and never fails a send.
"""

from __future__ import annotations

import asyncio
import secrets
import time

import redis
import redis.asyncio
import structlog

from chat.delivery.hub import Hub

log = structlog.get_logger()

CHANNEL = "candid"
#: Seconds for which a Redis that failed is left alone: commits must not queue behind its time-outs.
_RETRY = 1.0


class Fanout:
    """Made once per process; ``start`` binds it to the loop that owns the hub."""

    def __init__(self) -> None:
        self.hub = Hub()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._redis: redis.Redis | None = None
        self._listener: asyncio.Task[None] | None = None
        self._quiet_until = 0.0
        self._me = secrets.token_hex(8).encode()

    def start(self, redis_url: str = "") -> None:
        self._loop = asyncio.get_running_loop()
        if redis_url:
            self._redis = redis.Redis.from_url(redis_url, socket_timeout=1, socket_connect_timeout=1)
            self._listener = self._loop.create_task(self._listen(redis_url))

    async def stop(self) -> None:
        if self._listener:
            self._listener.cancel()
        self._loop = self._redis = self._listener = None

    def here(self, topic: str, frame: bytes) -> None:
        """To this process alone. Callable from any thread, also where no loop runs (management commands)."""
        if self._loop and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self.hub.deliver, topic, frame)

    def publish(self, topic: str, frame: bytes) -> None:
        """To every process."""
        self.here(topic, frame)
        if self._redis and time.monotonic() >= self._quiet_until:
            try:
                self._redis.publish(CHANNEL, b"\n".join((self._me, topic.encode(), frame)))
            except redis.RedisError:
                self._quiet_until = time.monotonic() + _RETRY
                log.warning("fanout.publish_failed")

    async def _listen(self, url: str) -> None:
        while True:
            try:
                async with redis.asyncio.Redis.from_url(url) as client, client.pubsub() as subscription:
                    await subscription.subscribe(CHANNEL)
                    async for message in subscription.listen():
                        self._receive(message)
            except (redis.RedisError, OSError):
                log.warning("fanout.redis_unreachable")
            await asyncio.sleep(_RETRY)

    def _receive(self, message: dict[str, object]) -> None:
        data = message.get("data")
        if message.get("type") != "message" or not isinstance(data, bytes):
            return
        sender, topic, frame = data.split(b"\n", 2)
        if sender != self._me:
            self.hub.deliver(topic.decode(), frame)


fanout = Fanout()
