"""Pushes, after commit. Each is encoded once per audience, whoever listens."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import msgspec

from chat import queries
from chat.actions.turns import Turn
from chat.delivery import topics
from chat.delivery.fanout import fanout
from chat.domain.events import Audience, AuthorKind
from chat.domain.state import Status
from chat.models import Conversation, Event, InboxChange, Site
from chat.wire import server_frames as s
from chat.wire.parse import encode


def events(conversation: Conversation, rows: Sequence[Event]) -> None:
    for audience, topic in (
        (Audience.ALL, topics.visitor(conversation.visitor.public_id)),
        (Audience.AGENTS, topics.conversation_for_agents(conversation.public_id)),
    ):
        fanout.publish(topic, encode(queries.events_frame(conversation, rows, audience)))


def inbox(conversation: Conversation, change: InboxChange) -> None:
    row = queries.inbox_row(conversation)
    frame = s.Inbox(rev=change.rev, id=str(change.public_id), rows=(row,))
    fanout.publish(topics.inbox(conversation.site.public_id), encode(frame))


def preview(conversation: Conversation) -> None:
    if found := queries.preview(conversation):
        frame = s.PreviewChanged(conversation=str(conversation.public_id), preview=found)
        fanout.publish(topics.inbox(conversation.site.public_id), encode(frame))


def queue(site: Site) -> None:
    """Tell each waiting visitor the place."""
    expected = queries.wait(site)
    for visitor_id, conversation_id, place in queries.queue(site):
        frame = s.Queue(conversation=conversation_id, place=place, wait=expected)
        fanout.publish(topics.visitor(visitor_id), encode(frame))


def availability(site: Site) -> None:
    """Someone came or went, or hours or dial changed: visitors see who is here and what to expect now, agents their
    colleagues and whether visitors are told that nobody is here."""
    # Of a socket that may be hours old.
    site.refresh_from_db(fields=Site.OPENING)
    to_visitors = s.AvailabilityChanged(availability=queries.availability(site))
    fanout.publish(topics.site_visitors(site.public_id), encode(to_visitors))
    to_agents = s.Colleagues(colleagues=queries.colleagues(site))
    for frame in (to_agents, queries.opening(site)):
        fanout.publish(topics.inbox(site.public_id), encode(frame))
    queue(site)


def visitor_presence(conversation: Conversation, now: datetime) -> None:
    """Agents see whether a reply is read now or goes by e-mail; all of them, of who waits in line."""
    frame = encode(queries.visitor_presence(conversation, now))
    fanout.publish(topics.conversation_for_agents(conversation.public_id), frame)
    if conversation.status == Status.WAITING:
        fanout.publish(topics.inbox(conversation.site.public_id), frame)


def joined_line(conversation: Conversation, now: datetime) -> None:
    """Agents hear of who waits only: of this one, whether their page is open was no news to most until now."""
    conversation.visitor.refresh_from_db(fields=["seen_at", "email"])
    visitor_presence(conversation, now)


def typing(conversation: Conversation, author_kind: AuthorKind, name: str = "") -> None:
    frame = encode(s.IsTyping(conversation=str(conversation.public_id), author_kind=author_kind, name=name))
    _to_both(conversation, frame)


def read(conversation: Conversation, author_kind: AuthorKind, seq: int) -> None:
    frame = encode(s.HasRead(conversation=str(conversation.public_id), author_kind=author_kind, seq=seq))
    _to_both(conversation, frame)


def _to_both(conversation: Conversation, frame: bytes) -> None:
    fanout.publish(topics.visitor(conversation.visitor.public_id), frame)
    fanout.publish(topics.conversation_for_agents(conversation.public_id), frame)


def bot_turn(turn: Turn) -> None:
    """To the runner of this process; the turn's lease makes sure that it is one process's."""
    fanout.here(topics.BOT_TURNS, msgspec.json.encode(turn))


def bot_draft(turn: Turn) -> None:
    """To the drafts of this process."""
    fanout.here(topics.BOT_DRAFTS, msgspec.json.encode(turn))


def knowledge(site_pk: int) -> None:
    """Every process that answers there indexes it anew, before anybody asks. A hint: who asks finds out anyway."""
    fanout.publish(topics.KNOWLEDGE, str(site_pk).encode())


def mail() -> None:
    fanout.here(topics.MAIL, b"")


def rights_changed(user_id: object) -> None:
    """The person's sockets must prove themselves again."""
    fanout.publish(topics.user(user_id), b"rights_changed")


def credential_known(token_hash: str) -> None:
    """A first act made this credential a visitor's: other tabs have something to read now."""
    fanout.publish(topics.credential(token_hash), b"credential_known")


def credential_revoked(token_hash: str) -> None:
    fanout.publish(topics.credential(token_hash), b"credential_revoked")
