"""Reads for many visitors at once: after a restart all of them come back in the same seconds.

Each takes a batch and returns an answer for each, in order; an exception among them is for its asker alone.
"""

from __future__ import annotations

import operator
import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import reduce
from typing import NamedTuple

from chat import queries
from chat.actions.refusals import ActionRefused
from chat.actions.visitor import actor_of
from chat.domain.events import Audience
from chat.domain.transcript import Cursor
from chat.models import Conversation, Credential, Event, Site
from chat.models.visitor import hash_token
from chat.policy import VisitorActor
from chat.wire import server_frames as s
from chat.wire.codes import ErrorCode


class Bearer(NamedTuple):
    """Of a visitor's ``hello``."""

    site: Site
    token: str
    fresh: bool


class Resumed(NamedTuple):
    conversation: Conversation
    frame: s.Events | s.Reset


class Resume(NamedTuple):
    """A visitor's wish for what came after ``cursor``."""

    actor: VisitorActor
    conversation: str
    cursor: Cursor | None
    ref: int


def sites(keys: Sequence[str]) -> list[Site | None]:
    found = {site.key: site for site in Site.objects.filter(key__in=set(keys))}
    return [found.get(key) for key in keys]


def identities(bearers: Sequence[Bearer]) -> list[VisitorActor | ActionRefused]:
    hashes = [hash_token(bearer.token) for bearer in bearers]
    rows = Credential.objects.select_related("visitor").filter(token_hash__in=hashes)
    found = {row.token_hash: row for row in rows}
    return [_actor(bearer, found.get(key)) for bearer, key in zip(bearers, hashes, strict=True)]


def _actor(bearer: Bearer, credential: Credential | None) -> VisitorActor | ActionRefused:
    try:
        return actor_of(bearer.site, credential, fresh=bearer.fresh)
    except ActionRefused as refused:
        return refused


def currents(actors: Sequence[VisitorActor]) -> list[Conversation | None]:
    """Of each visitor, ``queries.current``."""
    pks = [actor.visitor.pk if actor.visitor else 0 for actor in actors]
    found = queries.currents(pks)
    return [found.get(pk) for pk in pks]


def availabilities(asked: Sequence[Site]) -> list[s.Availability]:
    found = {site.pk: queries.availability(site) for site in {site.pk: site for site in asked}.values()}
    return [found[site.pk] for site in asked]


def resumes(asked: Sequence[Resume]) -> list[Resumed | ActionRefused]:
    keys = {key for ask in asked if (key := _id(ask.conversation))}
    found = Conversation.objects.select_related("site", "visitor").filter(public_id__in=keys)
    rows = {str(row.public_id): row for row in found}
    mine = [row if (row := rows.get(ask.conversation)) and row.visitor == ask.actor.visitor else None for ask in asked]
    events = _events((row, ask.cursor) for row, ask in zip(mine, asked, strict=True) if row)
    return [_resumed(ask, row, events) for ask, row in zip(asked, mine, strict=True)]


def _events(asked: Iterable[tuple[Conversation, Cursor | None]]) -> dict[int, list[Event]]:
    """By conversation: all that anybody asked for, in order."""
    found: defaultdict[int, list[Event]] = defaultdict(list)
    spans = [queries.span(row, cursor) for row, cursor in asked]
    for event in Event.objects.filter(reduce(operator.or_, spans)).order_by("seq") if spans else ():
        found[event.conversation_id].append(event)
    return found


def _resumed(ask: Resume, row: Conversation | None, events: dict[int, list[Event]]) -> Resumed | ActionRefused:
    if row is None:
        return ActionRefused(ErrorCode.NOT_FOUND)
    first = ask.cursor.seq if ask.cursor else 0
    mine = [event for event in events.get(row.pk, ()) if event.seq >= first][: queries.SPAN]
    return Resumed(row, queries.replay(row, mine, ask.cursor, Audience.ALL, ask.ref))


def _id(key: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(key)
    except ValueError:
        return None
