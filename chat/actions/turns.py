"""What the bot owes for a visitor's message, as the process knows it that has just stored it: nothing need be read."""

from __future__ import annotations

import uuid

import msgspec

from chat.domain.events import AnyEvent, AuthorKind, Message
from chat.domain.state import State, Status
from chat.models import Event


class Drafting:
    """The sites (pks) at which agents see what the bot would have said, as this process last looked."""

    sites: frozenset[int] = frozenset()


drafting = Drafting()


def wants_draft(site_pk: int, state: State, event: AnyEvent) -> bool:
    """Whether agents should see what the bot would have said to this; ``state`` is the one after it."""
    if site_pk not in drafting.sites or state.status not in (Status.WAITING, Status.HUMAN):
        return False
    return isinstance(event, Message) and event.author_kind is AuthorKind.VISITOR


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """``text`` is the message at ``seq`` of ``conversation`` (a public id; ``pk`` is its row's), ``event`` its id."""

    pk: int
    conversation: str
    seq: int
    event: uuid.UUID
    text: str

    @classmethod
    def of(cls, row: Event) -> Turn:
        """Raises ValueError if it is no message."""
        message = row.event
        if not isinstance(message, Message):
            raise ValueError(f"no message at {row.seq}")
        chat = row.conversation
        return cls(pk=chat.pk, conversation=str(chat.public_id), seq=row.seq, event=row.public_id, text=message.text)
