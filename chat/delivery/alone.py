"""One process per database, unless Redis joins several: refused at the start, not found out by lost pushes.

A claim dies with its process, so a crashed one never blocks the next start. PostgreSQL's dies with a connection, too:
whoever serves on holds it again and again.
"""

from __future__ import annotations

import fcntl
import uuid
from pathlib import Path
from typing import Any, Protocol

from django.db import DatabaseError, connections

#: Any fixed number; it names "the Candid server of this database" among PostgreSQL's advisory locks.
ADVISORY_LOCK = 0x_CA4D1D
#: A server's host that lost its power says nothing: PostgreSQL asks, and frees the lock within half a minute.
_ASKED = "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3"


class AnotherProcess(Exception):
    """Another server process uses this database."""


class Claim(Protocol):
    #: False where it is shared: then only with a process that wants to be alone it can't be had.
    alone: bool

    def hold(self) -> None:
        """Take it, or again if it was lost. Raises AnotherProcess; DatabaseError while the database is away."""

    def release(self) -> None: ...


def claim(*, alone: bool) -> Claim:
    """Taken. Raises AnotherProcess."""
    connection = connections["default"]
    path = Path(f"{connection.settings_dict['NAME']}.serving")
    found = _File(path, alone=alone) if connection.vendor == "sqlite" else _Row(alone=alone)
    found.hold()
    return found


class _File:
    def __init__(self, path: Path, *, alone: bool) -> None:
        self.alone = alone
        self._file = path.open("w")

    def hold(self) -> None:
        try:
            fcntl.flock(self._file, (fcntl.LOCK_EX if self.alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AnotherProcess from None

    def release(self) -> None:
        self._file.close()


class _Row:
    def __init__(self, *, alone: bool) -> None:
        self.alone = alone
        self._name = f"candid {uuid.uuid4()}"
        # A connection of its own: the advisory lock lives as long as the session that took it.
        self._own: Any = connections["default"].copy("alone")
        options = {name: value for name, value in self._own.settings_dict["OPTIONS"].items() if name != "pool"}
        own = {"application_name": self._name, "options": _ASKED, "connect_timeout": 5, "tcp_user_timeout": 10_000}
        self._own.settings_dict = {**self._own.settings_dict, "OPTIONS": {**options, **own}}
        self._own.inc_thread_sharing()

    def hold(self) -> None:
        if not self._holds():
            self._take()

    def _holds(self) -> bool:
        if self._own.connection is None:
            return False
        try:
            self._ask("SELECT true")
        except DatabaseError:
            self.release()
            return False
        return True

    def _take(self) -> None:
        # Where only the network broke, our own session of before may still hold it.
        ours = "SELECT pg_terminate_backend(pid, 3000) FROM pg_stat_activity"
        self._ask(f"{ours} WHERE application_name = %s AND pid <> pg_backend_pid()", self._name)
        function = "pg_try_advisory_lock" if self.alone else "pg_try_advisory_lock_shared"
        if not self._ask(f"SELECT {function}(%s)", ADVISORY_LOCK):
            self.release()
            raise AnotherProcess

    def _ask(self, query: str, *parameters: object) -> bool:
        with self._own.cursor() as cursor:
            cursor.execute(query, parameters)
            row = cursor.fetchone()
        return bool(row and row[0])

    def release(self) -> None:
        self._own.close()
