"""The bot's thinking, off the event loop: what many visitors ask at the same moment is thought about together."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence

import structlog

from chat.bot.known import Known, known_at
from chat.bot.responder import Question, think_about
from chat.delivery.together import Together
from chat.domain.commands import BotReplies

log = structlog.get_logger()

#: Seconds. A bot that needs longer has failed, and a person is asked.
PATIENCE = 3.0
#: Questions in one batch: nobody waits for the answers to many more than that.
BATCH = 16


class Thinking:
    """One thread, for Python thinks one thought at a time anyway. A thread that is stuck is left behind for another."""

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self._batch_since: float | None = None
        self._calls: Together[Question, BotReplies] = Together(self._think, batch=BATCH)

    def start(self) -> None:
        self._calls.start()

    async def stop(self) -> None:
        await self._calls.stop()

    async def __call__(self, question: Question) -> BotReplies:
        """Raises TimeoutError after PATIENCE, Busy, and whatever went wrong with this question."""
        calls = self._calls
        try:
            async with asyncio.timeout(PATIENCE):
                return await calls(question)
        except TimeoutError:
            if calls is self._calls and self._is_stuck():
                log.error("bot.stuck", site=question.site_pk)
                self._begin()
                self.start()
            raise

    def _is_stuck(self) -> bool:
        """Not merely late because of the many before: their batches end."""
        since = self._batch_since
        return since is not None and time.monotonic() - since > PATIENCE / 2

    def _think(self, questions: Sequence[Question]) -> list[BotReplies | Exception]:
        """In the thread."""
        self._batch_since = time.monotonic()
        known = known_at({question.readers for question in questions})
        replies = [_one(question, known.get(question.readers)) for question in questions]
        self._batch_since = None
        return replies


def _one(question: Question, known: Known | None) -> BotReplies | Exception:
    try:
        if known is None:
            raise LookupError(question.site_pk)
        return think_about(question, known)
    except Exception as error:  # noqa: BLE001 -- its asker's alone
        return error
