"""One process per database, unless Redis joins several: refused at the start, not found out by lost pushes.

The lock dies with its process, so a crashed one never blocks the next start.
"""

from __future__ import annotations

import fcntl
from pathlib import Path
from typing import Any

from django.db import connections

#: Any fixed number; it names "the Candid server of this database" among PostgreSQL's advisory locks.
_ADVISORY_LOCK = 0x_CA4D1D


class AnotherProcess(Exception):
    """Another server process uses this database."""


def claim(*, alone: bool) -> Any:
    """Returns what must be kept alive as long as the claim shall hold. Raises AnotherProcess.

    With ``alone`` False the claim is shared: only with a process that wants to be alone it can't be had.
    """
    connection = connections["default"]
    if connection.vendor == "sqlite":
        return _lock_file(Path(f"{connection.settings_dict['NAME']}.serving"), alone=alone)
    return _lock_row(alone=alone)


def _lock_file(path: Path, *, alone: bool) -> Any:
    file = path.open("w")
    try:
        fcntl.flock(file, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        raise AnotherProcess from None
    return file


def _lock_row(*, alone: bool) -> Any:
    # A connection of its own: the advisory lock lives as long as the session that took it.
    own = connections["default"].copy("alone")
    own.settings_dict = {**own.settings_dict, "OPTIONS": {}}
    with own.cursor() as cursor:
        function = "pg_try_advisory_lock" if alone else "pg_try_advisory_lock_shared"
        cursor.execute(f"SELECT {function}(%s)", [_ADVISORY_LOCK])
        row = cursor.fetchone()
    if not row or not row[0]:
        own.close()
        raise AnotherProcess
    return own
