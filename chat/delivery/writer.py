"""Commits messages in groups. One writer per process; where none runs, everything takes the plain path."""

from __future__ import annotations

from collections.abc import Sequence

from chat.actions import append as fast
from chat.actions import appended
from chat.actions.append import Appended, Left
from chat.actions.chain import Append
from chat.delivery.fanout import fanout
from chat.delivery.together import WAITING, Together

#: How often a message is tried: what another process moved, or what is twice in a batch, only the next one can store.
TRIES = 2


class Writer:
    """Lives on the loop."""

    def __init__(self, *, waiting: int = WAITING) -> None:
        self._commits = Together(commit_messages, waiting=waiting, keeps=True)
        self.start, self.stop = self._commits.start, self._commits.stop

    async def append(self, append: Append) -> Appended | None:
        """Store it with others; returns when it is durable. None: only the plain path can tell what becomes of it.

        Raises DatabaseError, of which Busy is one: then trying again helps.
        """
        for _ in range(TRIES if self._commits.runs else 0):
            answer = await self._commits(append)
            if answer is not Left.AGAIN:
                return answer if isinstance(answer, Appended) else None
        return None


def commit_messages(batch: Sequence[Append]) -> list[Appended | Left]:
    """In the writer's thread."""
    committed = fast.commit(batch)
    fanout.soon(appended.tell, committed.chains)
    return [committed.answers[append] for append in batch]


writer = Writer()
