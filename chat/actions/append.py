"""Messages stored many at a time: the fast way beside ``store.apply``, for messages that change nothing else.

The bot's turns are among them, as long as the bot only speaks.

A batch is decided on remembered folds and stored in one transaction, each conversation's part whole or not at all.
What turns out to be more than an append, or is refused, is left to the plain path: it decides, here nobody is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from django.db import IntegrityError, connection
from msgspec.structs import replace

from chat import failpoints
from chat.actions import append_postgres, append_sqlite
from chat.actions.chain import Append, Chain, Key, Link, Written
from chat.actions.folds import folds
from chat.wire.server_frames import Ack


class Left(Enum):
    """Not stored here: to be tried in the next batch, or by the plain path."""

    AGAIN = "again"
    PLAIN = "plain"


@dataclass(frozen=True, kw_only=True, slots=True)
class Appended:
    """Where a message is, durably."""

    conversation: str
    epoch: int
    seq: int

    def ack(self, cmid: str) -> Ack:
        return Ack(cmid=cmid, conversation=self.conversation, epoch=self.epoch, seq=self.seq)


Answers = dict[Append, Appended | Left]


@dataclass(kw_only=True, slots=True)
class Committed:
    """``answers`` holds one for each append of the batch; ``chains`` are those stored, to be published."""

    answers: Answers = field(default_factory=dict)
    chains: list[Chain] = field(default_factory=list)


def commit(batch: Sequence[Append]) -> Committed:
    """Store what can be appended. Raises DatabaseError where the database is away; then nothing is stored."""
    committed = Committed()
    folds.load({append.conversation for append in batch if not folds.get(append.conversation)})
    chains = _decide(batch, committed.answers)
    if chains:
        _settle(chains, _write(chains), committed)
    return committed


def _decide(batch: Sequence[Append], answers: Answers) -> list[Chain]:
    chains: dict[str, Chain] = {}
    keys: set[Key] = set()
    for append in batch:
        fold = folds.get(append.conversation)
        if append.key in keys:
            # The same message twice in one batch: the next one finds it stored.
            answers[append] = Left.AGAIN
        elif fold and append.may(fold) and chains.setdefault(fold.key, Chain(fold)).add(append):
            keys.add(append.key)
        else:
            answers[append] = Left.PLAIN
    return [chain for chain in chains.values() if chain.links]


def _write(chains: Sequence[Chain]) -> Written:
    write = append_sqlite.write if connection.vendor == "sqlite" else append_postgres.write
    try:
        return write(chains)
    except IntegrityError:
        # The same cmid was stored at the same moment in another conversation: rare, so let each find out alone.
        return Written(stored=frozenset(), known={})


def _settle(chains: Sequence[Chain], written: Written, committed: Committed) -> None:
    if written.stored:
        failpoints.hit("after_commit")
    for chain in chains:
        if chain.fold.pk in written.stored:
            folds.put(replace(chain.fold, state=chain.state))
            committed.chains.append(chain)
            committed.answers.update(
                (link.append, _appended(chain, link.events[0].recorded.seq)) for link in chain.links
            )
        else:
            folds.forget([chain.fold.key])
            committed.answers.update((link.append, _known(chain, link, written)) for link in chain.links)


def _known(chain: Chain, link: Link, written: Written) -> Appended | Left:
    """What an earlier try came to. A conflict, and what was stored elsewhere, the plain path knows how to tell."""
    known = written.known.get(link.append.key)
    if known is None:
        return Left.AGAIN
    if (known.conversation, known.digest) != (chain.fold.pk, link.append.author.digest):
        return Left.PLAIN
    return _appended(chain, known.seq)


def _appended(chain: Chain, seq: int) -> Appended:
    return Appended(conversation=chain.fold.key, epoch=chain.fold.epoch, seq=seq)
