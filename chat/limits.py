"""How much anyone may do: token buckets for commands, requests and handshakes, and a bound on open sockets.

Each process decides from its own memory, in any thread, without waiting. Where Redis joins several, they tell each
other what was spent (chat/delivery/ledger.py); without it each counts alone. So a limit may be a moment late, but no
send ever waits for Redis or fails because of it (docs/decisions/0009). The numbers: chat/wire/limits.py.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice

from django.conf import settings

from chat.wire import limits as n

#: Buckets kept in memory; beyond, those that were touched longest ago are forgotten, that is, full again.
KEPT = 50_000
#: The part of a limit that a process lets pass before it tells the others: who does little costs no traffic.
TELL = 0.1
#: Whether there is anybody to tell.
SHARED = bool(settings.REDIS_URL)


class Limited(Exception):
    """Too much at once. Nothing was done; ``retry_after`` (seconds) is when it could be."""

    def __init__(self, retry_after: float) -> None:
        super().__init__(retry_after)
        self.retry_after = retry_after


@dataclass(frozen=True, kw_only=True, eq=False)
class Rate:
    """Told apart by identity, which hashes fastest: each charge is looked up by it."""

    name: str
    burst: float
    per_second: float


def _rate(name: str, burst: int, per_minute: int) -> Rate:
    factor = settings.LIMITS_FACTOR
    return Rate(name=name, burst=burst * factor, per_second=per_minute / 60 * factor * settings.CLOCKS)


COMMANDS = _rate("commands", n.COMMANDS_BURST, n.COMMANDS_PER_MINUTE)
AGENT_COMMANDS = _rate("agent", n.AGENT_COMMANDS_BURST, n.AGENT_COMMANDS_PER_MINUTE)
IP_COMMANDS = _rate("ip", n.IP_COMMANDS_BURST, n.IP_COMMANDS_PER_MINUTE)
SITE_COMMANDS = _rate("site", n.SITE_COMMANDS_BURST, n.SITE_COMMANDS_PER_MINUTE)
FRAMES = _rate("frames", n.FRAMES_BURST, n.FRAMES_PER_MINUTE)
HANDSHAKES = _rate("handshakes", n.IP_HANDSHAKES_BURST, n.IP_HANDSHAKES_PER_MINUTE)
REQUESTS = _rate("requests", n.IP_REQUESTS_BURST, n.IP_REQUESTS_PER_MINUTE)
#: Handshakes refused to one address; who goes on all the same isn't listened to any more, which costs a tenth.
REFUSALS = _rate("refusals", 100, 600)


class Bucket:
    """Full at first. ``owed`` was spent and not yet told to other processes."""

    __slots__ = ("at", "owed", "rate", "tokens")

    def __init__(self, rate: Rate, now: float) -> None:
        self.rate = rate
        self.tokens = rate.burst
        self.at = now
        self.owed = 0

    def wait(self, now: float) -> float:
        """Seconds until there is a token; 0 when there is one."""
        self.tokens += (now - self.at) * self.rate.per_second
        self.at = now
        if self.tokens >= self.rate.burst:
            self.tokens, self.owed = self.rate.burst, 0
        return 0.0 if self.tokens >= 1 else (1 - self.tokens) / self.rate.per_second

    def is_full(self, now: float) -> bool:
        return self.tokens + (now - self.at) * self.rate.per_second >= self.rate.burst

    def spend(self) -> None:
        self.tokens -= 1
        self.owed += 1

    def settle(self, left: float, told: int, now: float) -> None:
        """What all processes together have left, ``told`` of ours included."""
        self.owed = max(0, self.owed - told)
        self.tokens, self.at = left - self.owed, now


#: One bucket of many: of which limit, and whose.
Charge = tuple[Rate, str]


class Buckets:
    """Thread-safe. Each ``Charge`` has a bucket of its own."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._buckets: dict[Charge, Bucket] = {}
        #: What other processes should know by now.
        self._owed: dict[Charge, Bucket] = {}

    def take(self, charges: Sequence[Charge]) -> float:
        """Takes a token from each bucket and returns 0, or none and returns the seconds until it could."""
        with self._lock:
            now = self._clock()
            self._make_room(now)
            buckets = [self._touch(charge, now) for charge in charges]
            waits = max(bucket.wait(now) for bucket in buckets)
            if not waits:
                for charge, bucket in zip(charges, buckets, strict=True):
                    self._spend(charge, bucket)
            return waits

    def charge(self, charges: Sequence[Charge]) -> None:
        """The same. Raises Limited."""
        if charges and (wait := self.take(charges)):
            raise Limited(max(0.5, round(wait, 1)))

    def knock(self, charge: Charge) -> bool:
        """False when the bucket is empty. From half empty on asking costs a token: else a crowd would slip through."""
        with self._lock:
            bucket = self._buckets.get(charge)
            if bucket is None:
                return True
            empty = bucket.wait(self._clock()) > 0
            if not empty and bucket.tokens < charge[0].burst / 2:
                bucket.spend()
            return not empty

    def _spend(self, charge: Charge, bucket: Bucket) -> None:
        bucket.spend()
        if SHARED and bucket.owed > charge[0].burst * TELL:
            self._owed[charge] = bucket

    def _touch(self, charge: Charge, now: float) -> Bucket:
        """Moved to the end, so that the first is the one that was touched longest ago."""
        bucket = self._buckets.pop(charge, None) or Bucket(charge[0], now)
        self._buckets[charge] = bucket
        return bucket

    def _make_room(self, now: float) -> None:
        """Before any bucket is touched: one that is full again is as good as none, and the oldest are looked at."""
        for charge in tuple(islice(self._buckets, 2)):
            if len(self._buckets) >= KEPT or self._buckets[charge].is_full(now):
                del self._buckets[charge]

    def __len__(self) -> int:
        return len(self._buckets)

    # --- for the ledger ---
    def owed(self) -> list[tuple[Charge, int]]:
        """What is to be told, once: what isn't settled is owed again with the next token."""
        with self._lock:
            owed, self._owed = self._owed, {}
            return [(charge, bucket.owed) for charge, bucket in owed.items()]

    def settle(self, charge: Charge, *, left: float, told: int) -> None:
        with self._lock:
            if bucket := self._buckets.get(charge):
                bucket.settle(left, told, self._clock())


@dataclass(frozen=True, kw_only=True)
class Bound:
    name: str
    most: float


PER_PERSON = Bound(name="person", most=n.SOCKETS_PER_PERSON * settings.LIMITS_FACTOR)
PER_IP = Bound(name="ip", most=n.SOCKETS_PER_IP * settings.LIMITS_FACTOR)
PER_SITE = Bound(name="site", most=n.SOCKETS_PER_SITE * settings.LIMITS_FACTOR)

Place = tuple[Bound, str]


@dataclass
class Sockets:
    """Open sockets by who holds them, in this process and, as last told, in others. The loop's thread alone."""

    here: dict[Place, int] = field(default_factory=dict)
    elsewhere: dict[Place, int] = field(default_factory=dict)

    def enter(self, place: Place) -> bool:
        """False, and nothing is counted, when as many are open as may be."""
        if self.here.get(place, 0) + self.elsewhere.get(place, 0) >= place[0].most:
            return False
        self.here[place] = self.here.get(place, 0) + 1
        return True

    def leave(self, place: Place) -> None:
        self.here[place] -= 1
        if not self.here[place]:
            del self.here[place]

    def many(self) -> Iterable[tuple[Place, int]]:
        """What other processes should know."""
        return [(place, count) for place, count in self.here.items() if count > place[0].most * TELL]


buckets = Buckets()
sockets = Sockets()


def of_visitor(*, token_hash: str, site_key: str, ip: str) -> tuple[Charge, ...]:
    """What a visitor's command costs."""
    return ((COMMANDS, token_hash), (IP_COMMANDS, ip), (SITE_COMMANDS, site_key))


def of_agent(user_id: object) -> tuple[Charge, ...]:
    return ((AGENT_COMMANDS, str(user_id)),)


@contextmanager
def place_for(ip: str) -> Iterator[bool]:
    """A socket of that address, for as long as the block runs; False when there is no room."""
    place = (PER_IP, ip)
    entered = sockets.enter(place)
    try:
        yield entered
    finally:
        if entered:
            sockets.leave(place)
