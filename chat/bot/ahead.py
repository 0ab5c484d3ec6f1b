"""What owners edit, in any process, is indexed before anybody asks for it."""

from __future__ import annotations

from collections.abc import Sequence

from chat.bot.known import indexes
from chat.delivery import topics
from chat.delivery.fanout import fanout
from chat.delivery.together import Together


class Ahead:
    """Subscribes to edits. A hint that is lost costs the next question the index's milliseconds, nothing else."""

    def __init__(self) -> None:
        self._calls: Together[int, None] = Together(_index)

    def start(self) -> None:
        self._calls.start()
        fanout.hub.subscribe(topics.KNOWLEDGE, self)

    async def stop(self) -> None:
        fanout.hub.unsubscribe(topics.KNOWLEDGE, self)
        await self._calls.stop()

    def push(self, topic: str, frame: bytes) -> None:
        self._calls.soon(int(frame))


def _index(sites: Sequence[int]) -> list[None]:
    for site_pk in dict.fromkeys(sites):
        indexes.again(site_pk)
    return [None] * len(sites)
