"""What the database says, read and changed behind the server's back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from tests.services.candid import Candid


def rows(server: Candid, statement: str, *values: Any) -> list[tuple[Any, ...]]:
    """Run one statement, with "?" for values, and commit it."""
    if url := server.settings.get("DATABASE_URL"):
        with psycopg.connect(url) as connection:
            cursor = connection.execute(statement.replace("?", "%s"), values)
            return cursor.fetchall() if cursor.description else []
    file = sqlite3.connect(server.data / "candid.sqlite3", timeout=10)
    try:
        with file:
            return file.execute(statement, values).fetchall()
    finally:
        file.close()


@contextmanager
def locked(server: Candid) -> Iterator[None]:
    """Nobody else can write to the server's SQLite file."""
    file = sqlite3.connect(server.data / "candid.sqlite3", timeout=10, isolation_level=None)
    try:
        file.execute("BEGIN IMMEDIATE")
        yield
    finally:
        file.rollback()
        file.close()


def site_key(server: Candid, slug: str = "demo") -> str:
    return str(rows(server, "SELECT key FROM chat_site WHERE slug = ?", slug)[0][0])


def events(server: Candid, conversation: str) -> list[tuple[int, str, dict[str, Any]]]:
    """(seq, kind, body) of everything that happened, in order."""
    found = rows(
        server,
        "SELECT e.seq, e.kind, e.body FROM chat_event e JOIN chat_conversation c ON c.id = e.conversation_id"
        " WHERE c.public_id = ? ORDER BY e.seq",
        conversation.replace("-", "") if "DATABASE_URL" not in server.settings else conversation,
    )
    return [(seq, kind, json.loads(body) if isinstance(body, str) else body) for seq, kind, body in found]


def texts(server: Candid, conversation: str) -> list[str]:
    return [body["text"] for _, kind, body in events(server, conversation) if kind == "message"]


def log_of(server: Candid) -> str:
    return Path(server.log).read_text()
