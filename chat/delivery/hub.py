"""Who listens, in this process: topic → subscribers. Lives on the event loop's thread alone.

Pushes are hints. A subscriber that is gone or slow costs nobody else anything; what it missed, it fetches.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Protocol


class Subscriber(Protocol):
    def push(self, topic: str, frame: bytes) -> None:
        """Take a frame without waiting. Raises nothing."""


class Hub:
    def __init__(self) -> None:
        self._topics: defaultdict[str, set[Subscriber]] = defaultdict(set)

    def subscribe(self, topic: str, subscriber: Subscriber) -> None:
        self._topics[topic].add(subscriber)

    def unsubscribe(self, topic: str, subscriber: Subscriber) -> None:
        if topic in self._topics:
            self._topics[topic].discard(subscriber)
            if not self._topics[topic]:
                del self._topics[topic]

    def deliver(self, topic: str, frame: bytes) -> None:
        for subscriber in tuple(self._topics.get(topic, ())):
            subscriber.push(topic, frame)

    def listeners(self, topic: str) -> int:
        return len(self._topics.get(topic, ()))

    def everyone(self) -> set[Subscriber]:
        return {subscriber for subscribers in self._topics.values() for subscriber in subscribers}
