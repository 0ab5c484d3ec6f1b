"""A batch of messages on PostgreSQL: one function (chat/migrations/0008_append_turns.py), one round trip."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection
from msgspec import json

from chat import failpoints
from chat.actions.chain import Chain, Known, Written
from chat.actions.effects import TURN_LEASE
from chat.domain.events import body_of, kind_of

_APPEND = "SELECT author, cmid, conversation, seq, digest FROM chat_append(%s::jsonb, %s::jsonb, %s::jsonb)"


def write(chains: Sequence[Chain]) -> Written:
    """Store each chain whose conversation didn't move and of which nothing is known. Raises DatabaseError."""
    events = [row for chain in chains for row in _events(chain)]
    turns = [row for chain in chains for row in _turns(chain)]
    batch = [json.encode(rows).decode() for rows in ([_conversation(chain) for chain in chains], events, turns)]
    failpoints.hit("before_commit")
    with connection.cursor() as cursor:
        # Outside of a transaction of ours this is one, committed when the answer is here.
        cursor.execute(_APPEND, batch)
        found = cursor.fetchall()
    known = {(author, cmid): Known(pk, seq, digest) for author, cmid, pk, seq, digest in found if cmid}
    return Written(stored={pk for _, cmid, pk, _, _ in found if cmid is None}, known=known)


def _conversation(chain: Chain) -> dict[str, Any]:
    fold, state = chain.fold, chain.state
    epoch, version, top = fold.position
    return {
        "id": fold.pk,
        "epoch": epoch,
        "version": version,
        "top": top,
        "state_version": state.version,
        "fold": state,
        "seq": state.seq,
        "since": None if state.late else state.unanswered_since,
        "preview": chain.preview,
        "at": chain.links[-1].append.now,
        "given": chain.turns_given,
    }


def _events(chain: Chain) -> Iterator[dict[str, Any]]:
    for recorded, event_id, author, cmid, digest in chain.events:
        event = recorded.event
        yield {
            "id": event_id,
            "conversation": chain.fold.pk,
            "seq": recorded.seq,
            "kind": kind_of(event),
            "v": event.version,
            "body": body_of(event),
            "at": recorded.at,
            "author": author,
            "cmid": cmid,
            "digest": digest,
        }


def _turns(chain: Chain) -> Iterator[dict[str, Any]]:
    for recorded, *_ in chain.turns_owed:
        lease = recorded.at + TURN_LEASE
        yield {"conversation": chain.fold.pk, "seq": recorded.seq, "at": recorded.at, "lease": lease}
