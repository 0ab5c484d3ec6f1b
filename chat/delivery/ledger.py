"""What processes tell each other about limits, by way of Redis: who spent how much, who holds how many sockets.

Told in one round trip for everybody, several times a second, by one script that Redis runs as one step. What can't be
told now is told later; meanwhile each process counts alone.
"""

from __future__ import annotations

import asyncio
import secrets

import redis.asyncio

from chat.delivery.link import keep
from chat.limits import Buckets, Charge, Place, Sockets, buckets, sockets

#: Seconds between two tellings, and until a process that isn't heard of again holds no sockets any more.
EVERY = 0.25
FORGOTTEN_AFTER = 15
#: Every so many of them sockets are told, too.
SOCKETS_EVERY = 4
WITHIN = 2

#: Each key's tokens now, after ``spent`` of them. Its time is Redis's, so that processes need not agree on any.
_SPEND = """
local time = redis.call('TIME')
local now = time[1] + time[2] / 1000000
local left = {}
for i, key in ipairs(KEYS) do
  local burst, rate, spent = tonumber(ARGV[3 * i - 2]), tonumber(ARGV[3 * i - 1]), tonumber(ARGV[3 * i])
  local tokens, at = unpack(redis.call('HMGET', key, 'tokens', 'at'))
  tokens = tokens and math.min(burst, tokens + (now - at) * rate) or burst
  tokens = math.max(-burst, tokens - spent)
  redis.call('HSET', key, 'tokens', string.format('%.3f', tokens), 'at', string.format('%.6f', now))
  redis.call('PEXPIRE', key, math.ceil((burst - tokens) / rate * 1000) + 1000)
  left[i] = string.format('%.3f', tokens)
end
return left
"""

#: How many sockets the other processes hold of each key; a field is one process's count and until when it holds.
_COUNT = """
local now = tonumber(redis.call('TIME')[1])
local others = {}
local me, seconds = ARGV[1], tonumber(ARGV[2])
for i, key in ipairs(KEYS) do
  local count, sum = tonumber(ARGV[i + 2]), 0
  if count > 0 then redis.call('HSET', key, me, count .. ' ' .. now + seconds) else redis.call('HDEL', key, me) end
  redis.call('EXPIRE', key, seconds)
  local held = redis.call('HGETALL', key)
  for j = 1, #held, 2 do
    local theirs, until_ = string.match(held[j + 1], '(%d+) (%d+)')
    if tonumber(until_) <= now then redis.call('HDEL', key, held[j])
    elseif held[j] ~= me then sum = sum + theirs end
  end
  others[i] = sum
end
return others
"""


class Ledger:
    """Made once per process; ``start`` and ``stop`` on the loop that owns the sockets."""

    def __init__(self, buckets: Buckets, sockets: Sockets) -> None:
        self._buckets = buckets
        self._sockets = sockets
        self._me = secrets.token_hex(8)
        self._told: dict[Place, int] = {}
        self._task: asyncio.Task[None] | None = None

    def start(self, redis_url: str) -> None:
        if redis_url:
            self._task = asyncio.get_running_loop().create_task(keep(self._work, redis_url))

    async def stop(self) -> None:
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _work(self, client: redis.asyncio.Redis) -> None:
        rounds = 0
        try:
            while True:
                async with asyncio.timeout(WITHIN):
                    await self._tell_spent(client)
                    if rounds % SOCKETS_EVERY == 0:
                        await self._tell_sockets(client)
                rounds += 1
                await asyncio.sleep(EVERY)
        finally:
            self._sockets.elsewhere.clear()

    async def _tell_spent(self, client: redis.asyncio.Redis) -> None:
        if owed := self._buckets.owed():
            values = [value for (rate, _), spent in owed for value in (rate.burst, rate.per_second, spent)]
            left = await client.eval(_SPEND, len(owed), *map(_bucket_key, (charge for charge, _ in owed)), *values)
            for (charge, told), tokens in zip(owed, left, strict=True):
                self._buckets.settle(charge, left=float(tokens), told=told)

    async def _tell_sockets(self, client: redis.asyncio.Redis) -> None:
        now = dict(self._sockets.many())
        news = {**now, **dict.fromkeys(self._told.keys() - now.keys(), 0)}
        if news:
            keys = [f"candid:sockets:{bound.name}:{whose}" for bound, whose in news]
            others = await client.eval(_COUNT, len(keys), *keys, self._me, FORGOTTEN_AFTER, *news.values())
            self._learn(news, others)
        self._told = now

    def _learn(self, news: dict[Place, int], others: list[int]) -> None:
        for place, count in zip(news, others, strict=True):
            if news[place] and count:
                self._sockets.elsewhere[place] = count
            else:
                self._sockets.elsewhere.pop(place, None)


def _bucket_key(charge: Charge) -> str:
    rate, whose = charge
    return f"candid:limit:{rate.name}:{whose}"


ledger = Ledger(buckets, sockets)
