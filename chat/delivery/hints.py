"""What this process does when it hears of something under one topic. One that is lost is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from chat.delivery.fanout import fanout
from chat.delivery.together import Together

Item = TypeVar("Item")


class Hints(Generic[Item]):
    """Lives on the loop. ``read`` makes a frame an item; ``work`` gets those that came together, in a thread."""

    def __init__(
        self,
        topic: str,
        work: Callable[[Sequence[Item]], Sequence[Exception | None]],
        *,
        read: Callable[[bytes], Item],
    ) -> None:
        self._topic = topic
        self._read = read
        self._calls: Together[Item, None] = Together(work)

    def start(self) -> None:
        self._calls.start()
        fanout.hub.subscribe(self._topic, self)

    async def stop(self) -> None:
        fanout.hub.unsubscribe(self._topic, self)
        await self._calls.stop()

    def push(self, topic: str, frame: bytes) -> None:
        self._calls.soon(self._read(frame))
