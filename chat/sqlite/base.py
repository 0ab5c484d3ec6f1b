"""Django's SQLite backend, with one fair lock per database file before BEGIN IMMEDIATE.

SQLite has one writer, and its busy handler polls: under load a waiting connection starves for seconds. Within a
process, writers therefore queue here, first come, first served. (Other processes still meet SQLite's own lock.)
Every write stands in ``atomic()``, so taking the lock where a transaction begins covers them all.
"""

from __future__ import annotations

import threading
from collections import deque
from typing import Any

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError


class FairLock:
    """A mutex that is handed over in the order of asking."""

    def __init__(self) -> None:
        self._mutex = threading.Lock()
        self._queue: deque[threading.Event] = deque()
        self._held = False

    def acquire(self, timeout: float) -> bool:
        with self._mutex:
            if not self._held:
                self._held = True
                return True
            turn = threading.Event()
            self._queue.append(turn)
        return turn.wait(timeout) or not self._give_up(turn)

    def _give_up(self, turn: threading.Event) -> bool:
        """False if the lock was handed over in the very moment of giving up."""
        with self._mutex:
            if turn.is_set():
                return False
            self._queue.remove(turn)
            return True

    def release(self) -> None:
        with self._mutex:
            if self._queue:
                self._queue.popleft().set()
            else:
                self._held = False


_locks: dict[str, FairLock] = {}
_locks_guard = threading.Lock()


def lock_for(path: str) -> FairLock:
    with _locks_guard:
        return _locks.setdefault(path, FairLock())


class DatabaseWrapper(base.DatabaseWrapper):
    def __init__(self, settings_dict: dict[str, Any], alias: str = "default") -> None:
        super().__init__(settings_dict, alias)
        self._turn: FairLock | None = None

    def _start_transaction_under_autocommit(self) -> None:
        lock = lock_for(str(self.settings_dict["NAME"]))
        if not lock.acquire(timeout=self.settings_dict["OPTIONS"].get("timeout", 20)):
            raise OperationalError("database is locked")
        self._turn = lock
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._end_turn()
            raise

    def _end_turn(self) -> None:
        lock, self._turn = self._turn, None
        if lock:
            lock.release()

    # A failed commit keeps the turn: Django rolls back next, and only then is the transaction over.
    def _commit(self) -> None:
        super()._commit()  # type: ignore[misc]
        self._end_turn()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            self._end_turn()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]
        finally:
            self._end_turn()
