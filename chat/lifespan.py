"""What runs in a server process beside its sockets, from start to drain."""

from __future__ import annotations

import asyncio
import gc
import signal
from collections.abc import Awaitable, Collection
from contextlib import suppress
from datetime import datetime

import structlog
from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone

from chat import clock, outbox, presence, rights
from chat.actions import system, visitor_presence
from chat.actions.openings import Openings
from chat.bot import drafting, runner
from chat.delivery import crowd, topics
from chat.delivery.alone import AnotherProcess, Claim
from chat.delivery.fanout import fanout
from chat.delivery.ledger import ledger
from chat.delivery.session import Session
from chat.delivery.threads import in_db
from chat.delivery.writer import writer
from chat.storing import storing

log = structlog.get_logger()

TICK = 1.0
#: Seconds for the goodbyes of a stopping process.
GOODBYE = 3.0
IDLE_EVERY = 30


class Process:
    """``ready`` is what /readyz answers. ``superseded``: it ended because another process serves this database."""

    def __init__(self, claim: Claim) -> None:
        self.ready = False
        self.superseded = False
        self._claim = claim
        self._bot = runner.BotRunner()
        self._drafts = drafting.Drafts()
        self._mail_due = asyncio.Event()
        self._loops: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        fanout.start(settings.REDIS_URL)
        ledger.start(settings.REDIS_URL)
        writer.start()
        crowd.start()
        if self._claim.alone:
            await in_db(runner.release_leases)
            await in_db(outbox.release_leases)
        await self._bot.start()
        self._drafts.start()
        fanout.hub.subscribe(topics.MAIL, self)
        loops = (self._tick(), self._send_mail(), self._watch_rights(), self._keep_claim())
        self._loops = [asyncio.create_task(each) for each in loops]
        _spare_the_collector()
        self.ready = True

    async def drain(self) -> None:
        """No longer ready; then sockets are told to come back, and those that come are, too."""
        self.ready = False
        Session.draining = True
        await self._send_away(tuple(Session.alive))

    async def stop(self) -> None:
        """Work in flight ends."""
        for task in self._loops:
            task.cancel()
        await asyncio.gather(*self._loops, return_exceptions=True)
        await writer.stop()
        await crowd.stop()
        await self._bot.stop()
        await self._drafts.stop()
        await fanout.stop()
        await ledger.stop()

    async def _send_away(self, sessions: Collection[Session]) -> None:
        """Returns when all have gone, or when those that don't read have had their time."""
        for session in sessions:
            session.send_away()
        if sessions:
            await asyncio.wait([session.over for session in sessions], timeout=GOODBYE)

    def push(self, topic: str, frame: bytes) -> None:
        self._mail_due.set()

    async def _tick(self) -> None:
        """Turns, leases and idle chats that some process must see to. Each is claimed in the database."""
        beats, openings = 0, Openings(timezone.now())
        while True:
            await self._try(in_db(storing.try_again))
            await self._try(self._bot.pick_up())
            await self._try(in_db(drafting.look))
            await self._try(in_db(presence.expire, timezone.now()))
            await self._try(in_db(system.alert_unanswered, timezone.now()))
            await self._try(in_db(visitor_presence.expire, timezone.now()))
            await self._try(in_db(openings.look, timezone.now()))
            if beats % IDLE_EVERY == 0:
                await self._try(in_db(clock.set_right, timezone.now()))
                await self._try(in_db(_idle, timezone.now()))
            beats += 1
            await asyncio.sleep(TICK)

    async def _watch_rights(self) -> None:
        """Apart from the timers, which may take long when there is much to do."""
        while True:
            await self._try(rights.recheck(tuple(Session.alive)))
            await asyncio.sleep(TICK)

    async def _keep_claim(self) -> None:
        """A restart of PostgreSQL forgets whom it belongs to. Whoever finds it taken then ends as if told to."""
        while not self.superseded:
            try:
                await in_db(self._claim.hold)
            except AnotherProcess:
                log.critical("process.superseded")
                self.superseded = True
                signal.raise_signal(signal.SIGTERM)
            except DatabaseError:
                log.warning("process.claim_unknown")
            await asyncio.sleep(TICK)

    async def _send_mail(self) -> None:
        while True:
            await self._try(in_db(outbox.send_due, timezone.now()))
            # Not wait_for(): before Python 3.12 it swallows a cancellation that comes together with the event.
            with suppress(TimeoutError):
                async with asyncio.timeout(5):
                    await self._mail_due.wait()
            self._mail_due.clear()

    async def _try(self, work: Awaitable[object]) -> None:
        try:
            await work
        except Exception as error:  # noqa: BLE001 -- the database may be away; the next round tries again
            log.warning("timers.failed", error=type(error).__name__)


def _spare_the_collector() -> None:
    """What is loaded by now stays. Looking through all of it again and again halted all chats for tenths of seconds.

    Closed sockets leave cycles. The oldest are looked for often, for else they grow to tens of MiB: with many sockets
    open Python itself waits until there are a quarter more.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 5, 2)


def _idle(now: datetime) -> None:
    system.close_idle(now)
    system.warn_idle(now)


class _Current:
    """The running process, where the health view finds it."""

    process: Process | None = None


current = _Current()
