"""A batch of messages on SQLite: one transaction under the fair lock, six statements however many messages."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.db import connection, transaction
from msgspec import json

from chat import failpoints
from chat.actions.chain import Chain, Key, Known, Written
from chat.actions.effects import TURN_LEASE
from chat.domain.events import body_of, kind_of

_KNOWN = """
SELECT event.author, event.cmid, event.conversation_id, event.seq, event.digest
FROM json_each(%s) AS key JOIN chat_event AS event
ON event.author = json_extract(key.value, '$[0]') AND event.cmid = json_extract(key.value, '$[1]')
"""
_POSITIONS = """
SELECT id, epoch, state_version, top_seq FROM chat_conversation WHERE id IN (SELECT value FROM json_each(%s))
"""
_EVENT = """
INSERT INTO chat_event (public_id, conversation_id, seq, kind, v, body, at, author, cmid, digest)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""
_CONVERSATION = """
UPDATE chat_conversation SET state_version = %s, fold = %s, top_seq = %s, unanswered_since = %s,
preview = coalesce(%s, preview), updated_at = %s WHERE id = %s
"""
_GIVEN = """
DELETE FROM chat_botturnowed WHERE conversation_id = %s AND seq = %s
"""
_TURN = """
INSERT INTO chat_botturnowed (conversation_id, seq, due_at, lease_until, attempts, created_at)
VALUES (%s, %s, %s, %s, 0, %s)
"""

Row = tuple[Any, ...]


def write(chains: Sequence[Chain]) -> Written:
    """Store each chain whose conversation didn't move and of which nothing is known. Raises DatabaseError."""
    with transaction.atomic(), connection.cursor() as cursor:
        known = _known(cursor, chains)
        positions = _positions(cursor, chains)
        stale = {chain.fold.pk for chain in chains for link in chain.links if link.append.key in known}
        good = [c for c in chains if c.fold.pk not in stale and positions.get(c.fold.pk) == c.fold.position]
        cursor.executemany(_EVENT, [row for chain in good for row in _events(chain)])
        cursor.executemany(_CONVERSATION, [_conversation(chain) for chain in good])
        cursor.executemany(_GIVEN, [(chain.fold.pk, seq) for chain in good for seq in chain.turns_given])
        cursor.executemany(_TURN, [row for chain in good for row in _turns(chain)])
        failpoints.hit("before_commit")
    return Written(stored={chain.fold.pk for chain in good}, known=known)


def _known(cursor: Any, chains: Sequence[Chain]) -> dict[Key, Known]:
    keys = [(link.append.author.key, link.append.cmid.hex) for chain in chains for link in chain.links]
    cursor.execute(_KNOWN, [json.encode(keys).decode()])
    return {(author, uuid.UUID(cmid)): Known(*rest) for author, cmid, *rest in cursor}


def _positions(cursor: Any, chains: Sequence[Chain]) -> dict[int, tuple[int, int, int]]:
    cursor.execute(_POSITIONS, [json.encode([chain.fold.pk for chain in chains]).decode()])
    return {pk: (epoch, version, seq) for pk, epoch, version, seq in cursor}


def _events(chain: Chain) -> Iterator[Row]:
    for recorded, event_id, author, cmid, digest in chain.events:
        event = recorded.event
        body = json.encode(body_of(event)).decode()
        what = (kind_of(event), event.version, body, _time(recorded.at))
        yield (event_id.hex, chain.fold.pk, recorded.seq, *what, author, cmid and cmid.hex, digest)


def _conversation(chain: Chain) -> Row:
    state, words = chain.state, chain.preview and json.encode(chain.preview).decode()
    waits_since = None if state.late else state.unanswered_since
    now = _time(chain.links[-1].append.now)
    fold = json.encode(state).decode()
    return state.version, fold, state.seq, waits_since and _time(waits_since), words, now, chain.fold.pk


def _turns(chain: Chain) -> Iterable[Row]:
    for recorded, *_ in chain.turns_owed:
        now = recorded.at
        yield chain.fold.pk, recorded.seq, _time(now), _time(now + TURN_LEASE), _time(now)


@lru_cache(64)
def _time(moment: datetime) -> str:
    """As Django's SQLite backend writes it."""
    return str(connection.ops.adapt_datetimefield_value(moment))
