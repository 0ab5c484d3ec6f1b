"""The only writer of events: lock → de-duplicate → decide → store → publish on commit."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

import msgspec
from django.db import transaction
from django.db.models import QuerySet

from chat import failpoints
from chat.actions import effects
from chat.actions.folds import Fold, folds
from chat.actions.preview import preview
from chat.domain import conversation as machine
from chat.domain.commands import Command
from chat.domain.events import AgentRef, Recorded, body_of, kind_of
from chat.domain.state import State, Status
from chat.models import Conversation, Event, Membership


class CmidConflict(Exception):
    """The cmid was used before, for something else."""


@dataclass(frozen=True, kw_only=True)
class Author:
    """Who commands: ``key`` such as ``visitor:<id>``; cmid and digest where a client sent the command."""

    key: str
    cmid: uuid.UUID | None = None
    digest: str = ""


@dataclass(frozen=True, kw_only=True)
class Applied:
    """What a command came to. ``seq`` is that of its first event; of the last one where nothing changed."""

    conversation: Conversation
    seq: int
    recorded: Sequence[Recorded] = ()


def known(author: Author) -> Applied | None:
    """What an earlier try with this cmid came to. Raises CmidConflict when that was another command."""
    if author.cmid is None:
        return None
    event = Event.objects.select_related("conversation").filter(author=author.key, cmid=author.cmid).first()
    if event is None:
        return None
    if event.digest and event.digest != author.digest:
        raise CmidConflict
    return Applied(conversation=event.conversation, seq=event.seq)


def locking(rows: QuerySet[Conversation]) -> QuerySet[Conversation]:
    """As they are, held until the transaction ends. Their site's row is not: other chats go on meanwhile."""
    return rows.select_for_update(of=("self",), no_key=True).select_related("site", "visitor")


def lock(conversation: Conversation) -> Conversation:
    return locking(Conversation.objects.filter(pk=conversation.pk)).get()


def apply(conversation: Conversation, command: Command, *, author: Author, now: datetime) -> Applied:
    """Raises machine.Refused or CmidConflict; then nothing is stored."""
    with transaction.atomic():
        row = lock(conversation)
        return known(author) or apply_locked(row, command, author=author, now=now)


def apply_locked(row: Conversation, command: Command, *, author: Author, now: datetime) -> Applied:
    """As ``apply``, inside the caller's transaction and lock."""
    before = row.state
    after, recorded = machine.record(before, machine.decide(before, command, now), now)
    if not recorded:
        return Applied(conversation=row, seq=row.top_seq)
    events = _store(row, recorded, author)
    _cache(row, after, recorded, now)
    transaction.on_commit(partial(failpoints.hit, "after_commit"))
    transaction.on_commit(partial(folds.put, Fold.of(row, after)), robust=True)
    effects.follow(effects.Change(conversation=row, before=before, after=after, events=events, now=now))
    transaction.on_commit(partial(failpoints.hit, "after_publish"))
    failpoints.hit("before_commit")
    return Applied(conversation=row, seq=recorded[0].seq, recorded=recorded)


def _store(row: Conversation, recorded: Sequence[Recorded], author: Author) -> list[Event]:
    events = [
        Event(
            conversation=row,
            seq=item.seq,
            kind=kind_of(item.event),
            v=item.event.version,
            body=body_of(item.event),
            at=item.at,
            author=author.key,
        )
        for item in recorded
    ]
    events[0].cmid, events[0].digest = author.cmid, author.digest
    return Event.objects.bulk_create(events)


def _cache(row: Conversation, state: State, recorded: Sequence[Recorded], now: datetime) -> None:
    row.status = state.status
    row.state_version = state.version
    row.fold = msgspec.to_builtins(state)
    row.top_seq = state.seq
    row.agent = _membership(row, state.agent)
    row.queued_at = state.queued_at if state.status in (Status.WAITING, Status.HUMAN) else None
    row.unanswered_since = None if state.late else state.unanswered_since
    row.reference = state.owed.reference if state.owed else ""
    row.closes_at = state.closes_at
    row.closed_at = state.closed_at
    row.preview = preview(recorded) or row.preview
    row.updated_at = now
    row.save()


def _membership(row: Conversation, agent: AgentRef | None) -> Membership | None:
    if agent is None:
        return None
    return Membership.objects.filter(site_id=row.site_id, public_id=agent.id).first()
