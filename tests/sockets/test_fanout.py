"""Processes tell each other by way of Redis, and to itself alone nobody tells anything."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from chat.delivery.fanout import Fanout
from tests.services.redis import Redis
from tests.services.wait import until


class Ear:
    def __init__(self) -> None:
        self.heard: list[bytes] = []

    def push(self, topic: str, frame: bytes) -> None:
        self.heard.append(frame)


@pytest.fixture
def own_redis(tmp_path: Path) -> Iterator[Redis]:
    service = Redis(tmp_path)
    service.start()
    yield service
    service.stop()


@pytest_asyncio.fixture
async def first(own_redis: Redis) -> AsyncIterator[Fanout]:
    fanout = Fanout()
    fanout.start(own_redis.url)
    yield fanout
    await fanout.stop()


@pytest_asyncio.fixture
async def second(own_redis: Redis, first: Fanout) -> AsyncIterator[Fanout]:
    """Comes when the first knows that it is alone."""
    await soon(lambda: first.alone)
    fanout = Fanout()
    fanout.start(own_redis.url)
    yield fanout
    await fanout.stop()


async def soon(condition: Callable[[], bool]) -> None:
    await asyncio.to_thread(until, condition, seconds=5, what="processes know of each other")


async def test_who_was_alone_is_heard_by_who_comes(first: Fanout, second: Fanout) -> None:
    second.hub.subscribe("topic", ear := Ear())
    await soon(lambda: not first.alone)
    first.publish("topic", b"{}")
    await soon(lambda: ear.heard == [b"{}"])


async def test_who_is_left_alone_notices(first: Fanout, second: Fanout) -> None:
    await soon(lambda: not first.alone)
    await second.stop()
    await soon(lambda: first.alone)


async def test_without_redis_nobody_is_taken_for_alone(first: Fanout, own_redis: Redis) -> None:
    await soon(lambda: first.alone)
    own_redis.kill9()
    await soon(lambda: not first.alone)
