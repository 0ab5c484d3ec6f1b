"""A connection to Redis that is made anew whenever it breaks."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import redis.asyncio
import structlog
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

log = structlog.get_logger()

_AGAIN_AFTER = 1.0
#: redis-py's own retries would take their time; ours begins anew.
NEVER = Retry(NoBackoff(), 0)

Work = Callable[[redis.asyncio.Redis], Awaitable[None]]


async def keep(work: Work, url: str) -> None:
    """``work`` for ever, over a new connection whenever one breaks."""
    while True:
        try:
            # RESP3's pushes redis-py writes out for a log that nobody reads, whole and each.
            async with redis.asyncio.Redis.from_url(url, protocol=2, socket_connect_timeout=2, retry=NEVER) as client:
                await work(client)
        except (RedisError, OSError):
            log.warning("redis.unreachable", work=work.__qualname__)
        await asyncio.sleep(_AGAIN_AFTER)
