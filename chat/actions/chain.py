"""What one batch appends to one conversation."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from chat.actions import effects
from chat.actions.folds import Fold
from chat.actions.preview import preview
from chat.actions.store import Author
from chat.domain import conversation as machine
from chat.domain.commands import Command
from chat.domain.events import Recorded
from chat.models.ids import new_id

#: (author, cmid): unique for what is stored.
Key = tuple[str, uuid.UUID]
#: Kinds of authors that belong to a site, not to one conversation.
_AT_SITE = frozenset({"agent", "bot"})


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Append:
    """A message, or the bot's turn, on its way into ``conversation``, a public id as the client wrote it."""

    conversation: str
    site_pk: int
    author: Author
    command: Command
    now: datetime

    @property
    def key(self) -> Key:
        return self.author.key, self.cmid

    @property
    def cmid(self) -> uuid.UUID:
        if self.author.cmid is None:
            raise ValueError("only what has a cmid can be appended")
        return self.author.cmid

    def may(self, fold: Fold) -> bool:
        """Looking among what is mine: agents and the bot write at their site, visitors in their own conversation."""
        kind, _, who = self.author.key.partition(":")
        return fold.site_pk == self.site_pk and (kind in _AT_SITE or who == fold.visitor)


class Known(NamedTuple):
    """What was stored earlier under a key; ``conversation`` is a row's pk."""

    conversation: int
    seq: int
    digest: str


class Stored(NamedTuple):
    """An event as it is stored. The first one of a command carries the command's cmid and digest."""

    recorded: Recorded
    id: uuid.UUID
    author: str
    cmid: uuid.UUID | None
    digest: str


class Link(NamedTuple):
    """One command, decided and numbered."""

    append: Append
    events: Sequence[Stored]


class Chain:
    """Messages decided one after the other, from ``fold`` on. ``state`` is the one after the last of them."""

    def __init__(self, fold: Fold) -> None:
        self.fold = fold
        self.state = fold.state
        self.links: list[Link] = []

    def add(self, append: Append) -> bool:
        """False, and nothing added, where a refusal or more than an append would follow."""
        try:
            events = machine.decide(self.state, append.command, append.now)
        except machine.Refused:
            return False
        after, recorded = machine.record(self.state, events, append.now)
        if not effects.only_appends(self.state, after, recorded, has_email=self.fold.visitor_has_email):
            return False
        self.state = after
        author = append.author
        first = Stored(recorded[0], new_id(), author.key, author.cmid, author.digest)
        rest = (Stored(item, new_id(), author.key, None, "") for item in recorded[1:])
        self.links.append(Link(append, (first, *rest)))
        return True

    @property
    def events(self) -> Iterator[Stored]:
        return (event for link in self.links for event in link.events)

    # What follows is only to be asked once all are added.

    @cached_property
    def preview(self) -> dict[str, object] | None:
        """Of the last words; None where the bot's say less than those before them."""
        return preview([event.recorded for event in self.events])

    @cached_property
    def turns_owed(self) -> list[Stored]:
        """The messages that the bot owes a turn for since this chain."""
        owed = {seq for seq in self.state.turns_owed if seq > self.fold.state.seq}
        return [event for event in self.events if event.recorded.seq in owed] if owed else []

    @property
    def turns_given(self) -> list[int]:
        """The seqs of earlier messages that the bot owes none for any more."""
        return [seq for seq in self.fold.state.turns_owed if seq not in self.state.turns_owed]


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """``stored`` are the pks of conversations whose chains are stored, whole; ``known`` what others were, before."""

    stored: AbstractSet[int]
    known: Mapping[Key, Known]


Chains = Sequence[Chain]
