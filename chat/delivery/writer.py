"""Commits in groups: what queued while the last commit ran is the next batch. One writer per process.

A commit costs a disk's promise whether it holds one message or a hundred, and many small calls in many threads cost
more in waiting for each other than in work. So messages queue on the loop, and one thread commits them together.
There is no delay to tune: alone, a message is a batch of one.
"""

from __future__ import annotations

import asyncio
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import structlog
from django.db import OperationalError

from chat.actions import appended
from chat.actions.append import Appended, Committed, Left, commit
from chat.actions.chain import Append
from chat.delivery.threads import own_connection

log = structlog.get_logger()

#: Messages in one transaction: more would make everybody else wait too long for the lock.
BATCH = 128
#: Messages that may wait, some two seconds of work; who comes then is asked to try again.
WAITING = 5_000
#: Seconds in which a stopping process stores what still waits. What it doesn't, nobody was told of: it is sent again.
LAST_COMMITS = 5.0


class Busy(OperationalError):
    """Too many messages wait already; trying again helps."""


class _Waiting:
    """An append and who waits for it."""

    __slots__ = ("again", "answer", "append")

    def __init__(self, append: Append, answer: asyncio.Future[Appended | None]) -> None:
        self.append = append
        self.answer = answer
        self.again = False


class Writer:
    """Lives on the loop. Where it doesn't run, everything takes the plain path."""

    def __init__(self, *, waiting: int = WAITING) -> None:
        self._limit = waiting
        self._queue: deque[_Waiting] = deque()
        self._wake = asyncio.Event()
        self._thread: ThreadPoolExecutor | None = None
        self._task: asyncio.Task[None] | None = None
        self._stopping = False

    def start(self) -> None:
        self._stopping = False
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writer")
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Store what waits, and end."""
        task, self._task = self._task, None
        if task is None or self._thread is None:
            return
        self._stopping = True
        self._wake.set()
        with suppress(TimeoutError):
            async with asyncio.timeout(LAST_COMMITS):
                await task
        self._thread.shutdown(wait=False, cancel_futures=True)
        for waiting in self._queue:
            waiting.answer.cancel()
        self._queue.clear()

    async def append(self, append: Append) -> Appended | None:
        """Store it with others; returns when it is durable. None: only the plain path can tell what becomes of it.

        Raises DatabaseError, of which Busy is one: then trying again helps.
        """
        if self._task is None:
            return None
        if len(self._queue) >= self._limit:
            raise Busy
        answer: asyncio.Future[Appended | None] = asyncio.get_running_loop().create_future()
        self._queue.append(_Waiting(append, answer))
        self._wake.set()
        return await answer

    async def _run(self) -> None:
        while self._queue or not self._stopping:
            await self._wake.wait()
            self._wake.clear()
            while self._queue:
                await self._commit([self._queue.popleft() for _ in range(min(BATCH, len(self._queue)))])

    async def _commit(self, batch: list[_Waiting]) -> None:
        try:
            committed = await asyncio.get_running_loop().run_in_executor(self._thread, _in_thread, batch)
        except Exception as error:  # noqa: BLE001 -- each of them is told, and the next batch may fare better
            log.warning("writer.failed", error=type(error).__name__, messages=len(batch))
            for waiting in batch:
                _answer(waiting, error)
        else:
            appended.tell(committed.chains)
            self._tell(batch, committed)

    def _tell(self, batch: list[_Waiting], committed: Committed) -> None:
        again = []
        for waiting in batch:
            answer = committed.answers[waiting.append]
            if isinstance(answer, Appended):
                _answer(waiting, answer)
            elif answer is Left.AGAIN and not waiting.again:
                waiting.again = True
                again.append(waiting)
            else:
                _answer(waiting, None)
        self._queue.extendleft(reversed(again))


def _in_thread(batch: list[_Waiting]) -> Committed:
    with own_connection():
        return commit([waiting.append for waiting in batch])


def _answer(waiting: _Waiting, answer: Appended | Exception | None) -> None:
    """Who went away meanwhile isn't told; what is stored is stored."""
    if waiting.answer.done():
        return
    if isinstance(answer, Exception):
        waiting.answer.set_exception(answer)
    else:
        waiting.answer.set_result(answer)


writer = Writer()
