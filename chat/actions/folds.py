"""The state of conversations that somebody lately spoke in, so that a message needn't read it first.

Only a guess, for another process may have moved on: what is decided on it is stored only if the row, under its lock,
still has its epoch, version and seq.
"""

from __future__ import annotations

import uuid
from collections import OrderedDict
from collections.abc import Collection, Iterable
from threading import Lock

import msgspec

from chat.domain.state import State
from chat.models import Conversation

#: Conversations; a state takes one or two KB.
KEPT = 5_000


class Fold(msgspec.Struct, frozen=True, kw_only=True):
    """A conversation's state, and what of its row appending needs. ``key``, ``site`` and ``visitor`` are public ids."""

    key: str
    pk: int
    site_pk: int
    site: str
    visitor: str
    visitor_has_email: bool
    language: str
    epoch: int
    state: State

    @classmethod
    def of(cls, row: Conversation, state: State) -> Fold:
        return cls(
            key=str(row.public_id),
            pk=row.pk,
            site_pk=row.site_id,
            site=str(row.site.public_id),
            visitor=str(row.visitor.public_id),
            visitor_has_email=bool(row.visitor.email),
            language=row.visitor.language,
            epoch=row.epoch,
            state=state,
        )

    @property
    def position(self) -> tuple[int, int, int]:
        """What tells a row that moved on: (epoch, version, seq)."""
        return self.epoch, self.state.version, self.state.seq


class Folds:
    """The latest ``KEPT``, by public id. Thread-safe."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._folds: OrderedDict[str, Fold] = OrderedDict()
        self._lock = Lock()

    def get(self, key: str) -> Fold | None:
        with self._lock:
            if found := self._folds.get(key):
                self._folds.move_to_end(key)
            return found

    def put(self, fold: Fold) -> None:
        """Two threads that committed one after the other may come here the other way round: the later state stays."""
        with self._lock:
            known = self._folds.get(fold.key)
            if known and (known.epoch, known.state.seq) > (fold.epoch, fold.state.seq):
                return
            self._folds[fold.key] = fold
            self._folds.move_to_end(fold.key)
            if len(self._folds) > self._kept:
                self._folds.popitem(last=False)

    def forget(self, keys: Iterable[str]) -> None:
        with self._lock:
            for key in keys:
                self._folds.pop(key, None)

    def __len__(self) -> int:
        return len(self._folds)

    def load(self, keys: Collection[str]) -> None:
        """Read these conversations, in one query. Of what doesn't exist nothing is kept."""
        wanted = [wanted_id for key in keys if (wanted_id := _id(key))]
        rows = Conversation.objects.select_related("site", "visitor").filter(public_id__in=wanted) if wanted else ()
        for row in rows:
            self.put(Fold.of(row, row.state))


def _id(key: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(key)
    except ValueError:
        return None


folds = Folds()
