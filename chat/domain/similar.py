"""Which questions of an owner's file come near to one another, or to those that are there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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
    def nearest(self, entry_ids: Sequence[str], least: float) -> Mapping[str, Ranked]: ...


def titles_of(known: Iterable[Known], planned: Iterable[Planned]) -> list[Entry]:
    """Everything as it would be, by its titles alone."""
    planned = [each for each in planned if each.status != "repeated"]
    replaced = {each.id for each in planned}
    there = [Entry(each.id, each.draft.title, (), "") for each in known if each.id not in replaced]
    coming = [Entry(f"{_LINE}{each.line}", each.draft.title, (), "") for each in planned]
    return [*there, *coming]


def near_to(planned: Sequence[Planned], titles: Titles) -> dict[int, Near]:
    """By line, for what is new."""
    lines = {f"{_LINE}{each.line}": each.line for each in planned if each.status == "new"}
    found = titles.nearest(list(lines), NEAR_FROM)
    return {lines[mine]: _near(near.entry_id, near.title, near.score) for mine, near in found.items()}


def _near(entry_id: str, title: str, score: float) -> Near:
    at_line = entry_id.removeprefix(_LINE)
    if at_line == entry_id:
        return Near(title=title, score=round(score, 4), id=entry_id)
    return Near(title=title, score=round(score, 4), line=int(at_line))
