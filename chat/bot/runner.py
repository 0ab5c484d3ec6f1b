"""Gives the bot's turns that committed events owe: at once for those of this process, later for those of a dead one."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import structlog
from django.db import close_old_connections, transaction
from django.db.models import F, Q
from django.utils import timezone

from chat.actions import system
from chat.bot import language
from chat.bot.responder import think
from chat.delivery import topics
from chat.delivery.fanout import fanout
from chat.delivery.threads import in_db
from chat.domain.commands import BotReplies
from chat.domain.conversation import Refused
from chat.models import BotTurnOwed, Conversation

log = structlog.get_logger()

#: Seconds. A bot that needs longer has failed, and a person is asked.
PATIENCE = 3.0
LEASE = timedelta(seconds=10)
#: A turn that was begun this often and never ended kills its process: it isn't tried again.
MAX_ATTEMPTS = 2


class BotRunner:
    """Subscribes to this process's committed messages. One turn at a time per conversation, in order."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(max_workers=2, thread_name_prefix="bot")
        #: conversation → its turn that was begun last.
        self._last: dict[int, asyncio.Task[None]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        await asyncio.get_running_loop().run_in_executor(self._threads, language.warm)
        fanout.hub.subscribe(topics.BOT_TURNS, self)

    async def stop(self) -> None:
        """Let turns in flight end; each takes PATIENCE at most."""
        fanout.hub.unsubscribe(topics.BOT_TURNS, self)
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=PATIENCE + 1)
        self._threads.shutdown(wait=False, cancel_futures=True)

    def push(self, topic: str, frame: bytes) -> None:
        conversation_pk, _, seq = frame.decode().partition(":")
        self._begin(int(conversation_pk), int(seq))

    async def pick_up(self) -> None:
        """Take over turns whose process didn't give them in time."""
        for conversation_pk, seq, attempts in await in_db(claim, timezone.now()):
            if attempts > MAX_ATTEMPTS:
                await self._fail(conversation_pk, seq)
            else:
                self._begin(conversation_pk, seq)

    def _begin(self, conversation_pk: int, seq: int) -> None:
        task = asyncio.create_task(self._turn(conversation_pk, seq, after=self._last.get(conversation_pk)))
        self._last[conversation_pk] = task
        self._tasks.add(task)
        task.add_done_callback(lambda ended: self._ended(conversation_pk, ended))

    def _ended(self, conversation_pk: int, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if self._last.get(conversation_pk) is task:
            del self._last[conversation_pk]

    async def _turn(self, conversation_pk: int, seq: int, *, after: asyncio.Task[None] | None) -> None:
        if after:
            await asyncio.wait([after])
        try:
            async with asyncio.timeout(PATIENCE):
                command = await self._think(conversation_pk, seq)
            await in_db(_reply, conversation_pk, command)
        except Exception as error:  # noqa: BLE001 -- whatever goes wrong, a person is asked
            log.warning("bot.failed", error=type(error).__name__, conversation=conversation_pk)
            await self._fail(conversation_pk, seq)

    async def _think(self, conversation_pk: int, seq: int) -> BotReplies:
        def call() -> BotReplies:
            try:
                return think(Conversation.objects.select_related("site", "visitor").get(pk=conversation_pk), seq)
            finally:
                close_old_connections()

        return await asyncio.get_running_loop().run_in_executor(self._threads, call)

    async def _fail(self, conversation_pk: int, seq: int) -> None:
        try:
            await in_db(_fail, conversation_pk, seq)
        except Exception:
            # The turn stays owed; whoever picks it up next tries again.
            log.exception("bot.handoff_failed", conversation=conversation_pk)


def _reply(conversation_pk: int, command: BotReplies) -> None:
    conversation = Conversation.objects.get(pk=conversation_pk)
    try:
        system.bot_replies(conversation, command, timezone.now())
    except Refused:
        _forget(conversation_pk, command.in_reply_to)


def _fail(conversation_pk: int, seq: int) -> None:
    conversation = Conversation.objects.select_related("site").get(pk=conversation_pk)
    try:
        system.bot_failed(conversation, seq, timezone.now())
    except Refused:
        _forget(conversation_pk, seq)


def _forget(conversation_pk: int, seq: int) -> None:
    """A person was asked for, or the turn was given: the bot has nothing to say any more."""
    with transaction.atomic():
        BotTurnOwed.objects.filter(conversation_id=conversation_pk, seq=seq).delete()


def claim(now: datetime) -> list[tuple[int, int, int]]:
    """(conversation, seq, attempts) of owed turns that nobody has a lease on, now leased by the caller."""
    free = Q(lease_until__isnull=True) | Q(lease_until__lte=now)
    claimed = []
    for turn in BotTurnOwed.objects.filter(free, due_at__lte=now).order_by("pk"):
        with transaction.atomic():
            mine = BotTurnOwed.objects.filter(free, pk=turn.pk)
            if mine.update(lease_until=now + LEASE, attempts=F("attempts") + 1):
                claimed.append((turn.conversation_id, turn.seq, turn.attempts + 1))
    return claimed


def release_leases() -> None:
    """Only for a process that knows itself alone: whatever was leased, its holder is dead."""
    with transaction.atomic():
        BotTurnOwed.objects.update(lease_until=None)
