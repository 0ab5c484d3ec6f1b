"""Where the event loop's database calls run.

Not asgiref's ``sync_to_async``: its thread-sensitive mode sends every call of the process through one thread.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

from django.db import close_old_connections, connection

P = ParamSpec("P")
R = TypeVar("R")

_pool = ThreadPoolExecutor(max_workers=8, thread_name_prefix="db")


@contextmanager
def own_connection() -> Iterator[None]:
    """For a piece of work in a thread of ours: a connection that still works, and back into the pool after it."""
    close_old_connections()
    try:
        yield
    finally:
        close_old_connections()


#: Seconds for which a connection that just worked is taken to work.
TRUSTED = 1.0


class _Kept(threading.local):
    worked_at = float("-inf")


_kept = _Kept()


@contextmanager
def kept_connection() -> Iterator[None]:
    """The same for a thread that is never long without work: to fetch a connection, and ask it whether it works, takes
    as long as the work. One that breaks fails one piece of work.
    """
    if time.monotonic() - _kept.worked_at > TRUSTED:
        close_old_connections()
    try:
        yield
    finally:
        _kept.worked_at = time.monotonic()
        if connection.errors_occurred:
            close_old_connections()


async def in_db(function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Run ``function`` in a database thread. Cancelling doesn't stop it: what it commits is committed."""

    def call() -> R:
        with own_connection():
            return function(*args, **kwargs)

    return await asyncio.get_running_loop().run_in_executor(_pool, call)
