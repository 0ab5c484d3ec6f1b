"""Many calls of one kind made as one: what came while the last batch ran is the next batch.

A commit costs a disk's promise whether it holds one message or a hundred, and many small calls in many threads cost
more in waiting for each other than in work. So they queue on the loop, and one thread makes them together. There is no
delay to tune: alone, a call is a batch of one.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Generic, TypeVar

import structlog
from django.db import OperationalError, close_old_connections

from chat.delivery.threads import kept_connection, own_connection

log = structlog.get_logger()

#: Calls in one batch: more would make everybody else wait too long for the lock.
BATCH = 128
#: Calls that may wait, some two seconds of work; who comes then is asked to try again.
WAITING = 5_000
#: Seconds in which a stopping process makes the calls that still wait; of the others nobody was told anything.
LAST_CALLS = 5.0

Item = TypeVar("Item")
Result = TypeVar("Result")
Waiting = tuple[Item, "asyncio.Future[Result]"]


class Busy(OperationalError):
    """Too many wait already; trying again helps."""


class Together(Generic[Item, Result]):
    """Lives on the loop. ``work`` runs in a thread: for each item, in order, a result or what it raises."""

    def __init__(
        self,
        work: Callable[[Sequence[Item]], Sequence[Result | Exception]],
        *,
        batch: int = BATCH,
        waiting: int = WAITING,
        rest: float = 0.0,
        thread: ThreadPoolExecutor | None = None,
        keeps: bool = False,
    ) -> None:
        """``rest``: seconds between two batches, for what is in no hurry. ``thread``: shared with others. ``keeps`` its
        database connection.
        """
        self._work = work
        self._batch = batch
        self._limit = waiting
        self._rest = rest
        self._connection = kept_connection if keeps else own_connection
        self._queue: deque[Waiting[Item, Result]] = deque()
        self._wake = asyncio.Event()
        self._hurry = asyncio.Event()
        self._shared = thread
        self._thread = thread
        self._task: asyncio.Task[None] | None = None
        self._stopping = False

    @property
    def runs(self) -> bool:
        return self._task is not None

    def start(self) -> None:
        self._stopping = False
        self._thread = self._shared or ThreadPoolExecutor(1, thread_name_prefix=self._work.__name__)
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Make the calls that wait, and end."""
        task, self._task = self._task, None
        if task is None or self._thread is None:
            return
        self._stopping = True
        self._wake.set()
        self._hurry.set()
        with suppress(TimeoutError):
            async with asyncio.timeout(LAST_CALLS):
                await task
                # Only its own thread can give back the connection that it kept.
                await asyncio.get_running_loop().run_in_executor(self._thread, close_old_connections)
        if self._thread is not self._shared:
            self._thread.shutdown(wait=False, cancel_futures=True)
        for _, answer in self._queue:
            answer.cancel()
        self._queue.clear()

    async def __call__(self, item: Item) -> Result:
        """The result of ``item``. Raises Busy, what ``work`` has for this item, or raised for its whole batch."""
        if self._task is None or len(self._queue) >= self._limit:
            raise Busy
        answer: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._queue.append((item, answer))
        self._wake.set()
        return await answer

    def soon(self, item: Item, *, hurry: bool = True) -> None:
        """The same without waiting for it, or for the rest to be over. Where it can't be done it isn't."""
        if self._task and len(self._queue) < self._limit:
            answer: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
            answer.add_done_callback(lambda ended: ended.cancelled() or ended.exception())
            self._queue.append((item, answer))
            self._wake.set()
            if hurry:
                self._hurry.set()

    async def _run(self) -> None:
        while self._queue or not self._stopping:
            await self._wake.wait()
            self._wake.clear()
            while self._queue:
                await self._do([self._queue.popleft() for _ in range(min(self._batch, len(self._queue)))])
                await self._take_rest()

    async def _take_rest(self) -> None:
        if self._rest and not self._stopping:
            with suppress(TimeoutError):
                async with asyncio.timeout(self._rest):
                    await self._hurry.wait()
            self._hurry.clear()

    async def _do(self, batch: Sequence[Waiting[Item, Result]]) -> None:
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._thread, self._in_thread, batch, loop)

    def _in_thread(self, batch: Sequence[Waiting[Item, Result]], loop: asyncio.AbstractEventLoop) -> None:
        results: Sequence[Result | Exception]
        with self._connection():
            try:
                results = self._work([item for item, _ in batch])
            except Exception as error:  # noqa: BLE001 -- each of them is told, and the next batch may fare better
                log.warning("together.failed", work=self._work.__name__, error=type(error).__name__, calls=len(batch))
                results = [error] * len(batch)
            # Before the thread tidies up.
            loop.call_soon_threadsafe(_answer, batch, results)


def _answer(batch: Sequence[Waiting[Item, Result]], results: Sequence[Result | Exception]) -> None:
    for (_, answer), result in zip(batch, results, strict=True):
        # Who went away meanwhile isn't told; what is done is done.
        if not answer.done():
            answer.set_exception(result) if isinstance(result, Exception) else answer.set_result(result)
