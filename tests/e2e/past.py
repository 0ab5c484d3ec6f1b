"""What a story can't wait for: written into the database beside the running server, as if time had passed."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta

from tests.services.candid import Candid

WAITS = 20


def measure_waits(candid: Candid) -> None:
    """Twenty visitors were met after four minutes: enough to tell the next one what to expect."""
    with sqlite3.connect(candid.data / "candid.sqlite3", timeout=10) as database:
        (site,) = database.execute("SELECT id FROM chat_site ORDER BY id LIMIT 1").fetchone()
        row = (site, datetime.now(UTC).isoformat(" "), 240)
        database.executemany("INSERT INTO chat_measuredwait (site_id, at, seconds) VALUES (?, ?, ?)", [row] * WAITS)


def end_lease(candid: Candid, email: str) -> None:
    """The agent's console has given no sign of life for too long."""
    # As Django stores it: the server compares it with what it read.
    ago = datetime.now(UTC).replace(tzinfo=None) - timedelta(minutes=1)
    with sqlite3.connect(candid.data / "candid.sqlite3", timeout=10) as database:
        database.execute(
            "UPDATE chat_agentpresence SET lease_until = ? WHERE membership_id IN"
            " (SELECT m.id FROM chat_membership m JOIN chat_user u ON u.id = m.user_id WHERE u.email = ?)",
            (ago.isoformat(" "), email),
        )


def let_pass(candid: Candid, *, minutes: int) -> None:
    """Whoever waits to hear from a person has done so for ``minutes`` longer."""
    ago = datetime.now(UTC) - timedelta(minutes=minutes)
    column, fold = ago.isoformat(" "), ago.isoformat()
    with sqlite3.connect(candid.data / "candid.sqlite3", timeout=10) as database:
        database.execute(
            "UPDATE chat_conversation SET unanswered_since = ?, queued_at = ?,"
            " fold = json_set(fold, '$.unanswered_since', ?, '$.queued_at', ?) WHERE unanswered_since IS NOT NULL",
            (column, column, fold, fold),
        )
