"""Which questions of an owner's file come near to one another, or to those that are there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

import msgspec

from chat.domain.intake import Known, Planned
from chat.domain.matching import Entry, Ranked

#: From this score on two questions are likely the same: of six businesses' questions 1 in 100 came as near to another.
NEAR_FROM = 0.7
_LINE = "line:"


class Near(msgspec.Struct, frozen=True, kw_only=True):
    """``line`` of the same file, or 0 and the ``id`` of an entry that is there."""

    title: str
    score: float
    line: int = 0
    id: str = ""


class Titles(Protocol):
    def rank(self, text: str) -> tuple[Ranked, ...]: ...


def titles_of(known: Iterable[Known], planned: Iterable[Planned]) -> list[Entry]:
    """Everything as it would be, by its titles alone."""
    planned = [each for each in planned if each.status != "repeated"]
    replaced = {each.id for each in planned}
    there = [Entry(each.id, each.draft.title, (), "") for each in known if each.id not in replaced]
    coming = [Entry(f"{_LINE}{each.line}", each.draft.title, (), "") for each in planned]
    return [*there, *coming]


def near_to(planned: Sequence[Planned], titles: Titles) -> dict[int, Near]:
    """By line, for what is new."""
    found = {each.line: _nearest(each, titles) for each in planned if each.status == "new"}
    return {line: near for line, near in found.items() if near}


def _nearest(planned: Planned, titles: Titles) -> Near | None:
    mine = f"{_LINE}{planned.line}"
    for each in titles.rank(planned.draft.title):
        if each.entry_id != mine:
            return _near(each.entry_id, each.title, each.score) if each.score >= NEAR_FROM else None
    return None


def _near(entry_id: str, title: str, score: float) -> Near:
    at_line = entry_id.removeprefix(_LINE)
    if at_line == entry_id:
        return Near(title=title, score=round(score, 4), id=entry_id)
    return Near(title=title, score=round(score, 4), line=int(at_line))
