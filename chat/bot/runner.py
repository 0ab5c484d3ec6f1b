"""Gives the bot's turns that committed events owe: at once for those of this process, later for those of a dead one."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import msgspec
import structlog
from django.db import DatabaseError, transaction
from django.db.models import F, Q
from django.utils import timezone

from chat.actions import system
from chat.actions.folds import Fold, folds
from chat.actions.turns import Turn
from chat.bot import language, profiles
from chat.bot.ahead import Ahead
from chat.bot.responder import Question
from chat.bot.thinking import PATIENCE, Thinking
from chat.delivery import topics
from chat.delivery.fanout import fanout
from chat.delivery.threads import in_db
from chat.delivery.writer import Writer
from chat.delivery.writer import writer as this_process
from chat.domain.commands import BotReplies
from chat.domain.conversation import Refused
from chat.models import BotTurnOwed, Conversation, Event

log = structlog.get_logger()

LEASE = timedelta(seconds=10)
#: A turn that was begun this often and never ended kills its process: it isn't tried again.
MAX_ATTEMPTS = 2


class BotRunner:
    """Subscribes to this process's committed messages. One turn at a time per conversation, in order."""

    def __init__(self, writer: Writer = this_process) -> None:
        self._writer = writer
        self._think = Thinking()
        self._ahead = Ahead()
        #: conversation → its turn that was begun last.
        self._last: dict[int, asyncio.Task[None]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        await asyncio.to_thread(_warm)
        self._think.start()
        self._ahead.start()
        fanout.hub.subscribe(topics.BOT_TURNS, self)

    async def stop(self) -> None:
        """Let turns in flight end; each takes PATIENCE at most."""
        fanout.hub.unsubscribe(topics.BOT_TURNS, self)
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=PATIENCE + 1)
        await self._think.stop()
        await self._ahead.stop()

    def push(self, topic: str, frame: bytes) -> None:
        turn = msgspec.json.decode(frame, type=Turn)
        self._begin(turn.pk, turn.seq, turn)

    async def pick_up(self) -> None:
        """Take over turns whose process didn't give them in time."""
        for conversation_pk, seq, attempts in await in_db(claim, timezone.now()):
            if attempts > MAX_ATTEMPTS:
                await self._fail(conversation_pk, seq)
            else:
                self._begin(conversation_pk, seq)

    def _begin(self, conversation_pk: int, seq: int, turn: Turn | None = None) -> None:
        task = asyncio.create_task(self._turn(conversation_pk, seq, turn, after=self._last.get(conversation_pk)))
        self._last[conversation_pk] = task
        self._tasks.add(task)
        task.add_done_callback(lambda ended: self._ended(conversation_pk, ended))

    def _ended(self, conversation_pk: int, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if self._last.get(conversation_pk) is task:
            del self._last[conversation_pk]

    async def _turn(
        self, conversation_pk: int, seq: int, turn: Turn | None, *, after: asyncio.Task[None] | None
    ) -> None:
        if after:
            await asyncio.wait([after])
        try:
            await self._give(turn if turn else await in_db(_read, conversation_pk, seq))
        except Exception as error:  # noqa: BLE001 -- whatever goes wrong, a person is asked
            log.warning("bot.failed", error=type(error).__name__, conversation=conversation_pk)
            await self._fail(conversation_pk, seq)

    async def _give(self, turn: Turn) -> None:
        """Thought about on what this process remembers; stored only where that, or the row read anew, still owes it."""
        fold = folds.get(turn.conversation)
        if fold is None or turn.seq not in fold.state.turns_owed:
            fold = await in_db(_read_fold, turn)
        if fold is None or turn.seq not in fold.state.turns_owed:
            await in_db(_forget, turn.pk, turn.seq)
            return
        command = await self._think(_question(turn, fold))
        if command.hand_over or not await self._speak(turn, fold, command):
            await in_db(_reply, turn.pk, command)

    async def _speak(self, turn: Turn, fold: Fold, command: BotReplies) -> bool:
        """With everybody's messages of this moment. False: what becomes of it, the plain path must tell."""
        try:
            append = system.bot_append(turn, fold.site_pk, command, timezone.now())
            return await self._writer.append(append) is not None
        except DatabaseError:
            return False

    async def _fail(self, conversation_pk: int, seq: int) -> None:
        try:
            await in_db(_fail, conversation_pk, seq)
        except Exception:
            # The turn stays owed; whoever picks it up next tries again.
            log.exception("bot.handoff_failed", conversation=conversation_pk)


def _read(conversation_pk: int, seq: int) -> Turn:
    return Turn.of(Event.objects.select_related("conversation").get(conversation=conversation_pk, seq=seq))


def _read_fold(turn: Turn) -> Fold | None:
    folds.forget([turn.conversation])
    folds.load([turn.conversation])
    return folds.get(turn.conversation)


def _question(turn: Turn, fold: Fold) -> Question:
    return Question(site_pk=fold.site_pk, seq=turn.seq, text=turn.text, language=fold.language, state=fold.state)


def _warm() -> None:
    language.warm()
    profiles.warm()


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
