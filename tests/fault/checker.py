"""Judges a history: nothing acknowledged is lost, shown twice or out of order; all lists agree; one agent at a time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tests.fault.history import Acked, AnyRecord, Final, Forgot, Restored, Sent, Shown, Stored, Took


class Kind(StrEnum):
    ACKED_LOST = "acked and lost"
    SHOWN_TWICE = "shown twice"
    OUT_OF_ORDER = "out of order"
    LISTS_DIFFER = "a list differs from the database"
    TWO_OWNERS = "two owners at a time"


@dataclass(frozen=True)
class Fault:
    kind: Kind
    detail: str


Database = dict[str, list[Stored]]


def judge(history: Sequence[AnyRecord]) -> list[Fault]:
    database = _by_conversation(history)
    judges = (_lost(history, database), _shown(history), _stored(database), _own_order(history, database))
    return [fault for part in (*judges, _lists(history, database), _owners(history, database)) for fault in part]


def _by_conversation(history: Iterable[AnyRecord]) -> Database:
    database: Database = defaultdict(list)
    for record in history:
        if isinstance(record, Stored):
            database[record.conversation].append(record)
    for rows in database.values():
        rows.sort(key=lambda row: row.seq)
    return database


def _lost(history: Sequence[AnyRecord], database: Database) -> Iterator[Fault]:
    """Each ack's event stands at its place, and the words with it; but for what a restored backup doesn't hold."""
    placed = {(row.conversation, row.seq, row.cmid) for rows in database.values() for row in rows}
    texts = {row.text for rows in database.values() for row in rows}
    said = {record.cmid: record.text for record in history if isinstance(record, Sent)}
    restored = max((n for n, record in enumerate(history) if isinstance(record, Restored)), default=-1)
    for record in history[restored + 1 :]:
        if isinstance(record, Acked):
            there = (record.conversation, record.seq, record.cmid) in placed
            if not there or said.get(record.cmid) not in texts:
                yield Fault(Kind.ACKED_LOST, f"{record.who}'s {record.cmid} at {record.conversation}:{record.seq}")


def _shown(history: Iterable[AnyRecord]) -> Iterator[Fault]:
    """On each screen: every number once and in order, no event and no words twice."""
    screens: dict[tuple[str, str], list[Shown]] = defaultdict(list)
    for record in history:
        if isinstance(record, Forgot):
            screens[record.who, record.conversation].clear()
        elif isinstance(record, Shown):
            screen = screens[record.who, record.conversation]
            where = f"{record.who} at {record.conversation}:{record.seq}"
            if any(record.id == old.id or (record.text and record.text == old.text) for old in screen):
                yield Fault(Kind.SHOWN_TWICE, where)
            if record.seq != len(screen) + 1:
                yield Fault(Kind.OUT_OF_ORDER, where)
            screen.append(record)


def _stored(database: Database) -> Iterator[Fault]:
    for conversation, rows in database.items():
        if [row.seq for row in rows] != list(range(1, len(rows) + 1)):
            yield Fault(Kind.OUT_OF_ORDER, f"the numbers of {conversation} have a gap")
    texts = Counter(row.text for rows in database.values() for row in rows if row.text)
    for text, count in texts.items():
        if count > 1:
            yield Fault(Kind.SHOWN_TWICE, f"stored {count} times: {text}")


def _own_order(history: Iterable[AnyRecord], database: Database) -> Iterator[Fault]:
    """What one person said stands in the order in which it was said."""
    place = {row.text: (row.conversation, row.seq) for rows in database.values() for row in rows if row.text}
    last: dict[tuple[str, str], int] = {}
    for record in history:
        if isinstance(record, Sent) and record.text in place:
            conversation, seq = place[record.text]
            key = record.who, conversation
            if seq < last.get(key, 0):
                yield Fault(Kind.OUT_OF_ORDER, f"{record.who} said it later: {record.text}")
            last[key] = seq


def _lists(history: Iterable[AnyRecord], database: Database) -> Iterator[Fault]:
    real = {conversation: tuple(row.id for row in rows) for conversation, rows in database.items()}
    for record in history:
        if isinstance(record, Final) and record.ids != real.get(record.conversation, ()):
            yield Fault(Kind.LISTS_DIFFER, f"{record.who}'s of {record.conversation}")


def _owners(history: Iterable[AnyRecord], database: Database) -> Iterator[Fault]:
    """Nobody joins before the one who is there has left, only who holds the chat replies, and no ack says otherwise."""
    holders: dict[tuple[str, int], str | None] = {}
    for conversation, rows in database.items():
        holder: str | None = None
        for row in rows:
            if row.kind in ("agent_joined", "message") and row.agent and holder not in (row.agent, None):
                yield Fault(Kind.TWO_OWNERS, f"{row.agent} beside {holder} at {conversation}:{row.seq}")
            holder = _holder_after(row, holder)
            holders[conversation, row.seq] = holder
    for record in history:
        if isinstance(record, Took) and holders.get((record.conversation, record.seq)) != record.who:
            yield Fault(Kind.TWO_OWNERS, f"{record.who} was told to hold {record.conversation} at {record.seq}")


def _holder_after(row: Stored, holder: str | None) -> str | None:
    if row.kind == "agent_joined":
        return row.agent
    return None if row.kind in ("agent_left", "conversation_closed") else holder
