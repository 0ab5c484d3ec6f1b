"""The judge is judged: a good history passes, and each planted fault is found as what it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.fault.checker import Kind, judge
from tests.fault.history import Acked, AnyRecord, Final, Forgot, History, Restored, Sent, Shown, Stored, Took, read

CHAT = "chat-1"


def stored(seq: int, kind: str = "message", **fields: Any) -> Stored:
    return Stored(conversation=CHAT, seq=seq, id=f"id-{seq}", kind=kind, **fields)


def shown(who: str, seq: int, text: str = "") -> Shown:
    return Shown(who=who, conversation=CHAT, seq=seq, id=f"id-{seq}", text=text)


DATABASE = [
    stored(1, "disclosure_shown", cmid="c1"),
    stored(2, text="Hello"),
    stored(3, "agent_joined", agent="Ana"),
    stored(4, text="Yes?", cmid="c2", agent="Ana"),
    stored(5, text="My mug broke", cmid="c3"),
]
SCREENS = [
    shown(who, seq, text)
    for who in ("vera", "ana")
    for seq, text in enumerate(["", "Hello", "", "Yes?", "My mug broke"], 1)
]
IDS = tuple(f"id-{seq}" for seq in range(1, 6))
GOOD: list[AnyRecord] = [
    Sent(who="vera", cmid="c1", text="Hello"),
    Acked(who="vera", cmid="c1", conversation=CHAT, seq=1),
    Took(who="Ana", conversation=CHAT, seq=3),
    Sent(who="ana", cmid="c2", text="Yes?"),
    Acked(who="ana", cmid="c2", conversation=CHAT, seq=4),
    Sent(who="vera", cmid="c3", text="My mug broke"),
    Acked(who="vera", cmid="c3", conversation=CHAT, seq=5),
    *SCREENS,
    *[Final(who=who, conversation=CHAT, ids=IDS) for who in ("vera", "ana")],
    *DATABASE,
]

Plant = Callable[[list[AnyRecord]], object]


def without(seq: int) -> Plant:
    return lambda h: h.remove(DATABASE[seq - 1])


def instead(seq: int, row: Stored) -> Plant:
    return lambda h: h.__setitem__(h.index(DATABASE[seq - 1]), row)


def also(*records: AnyRecord) -> Plant:
    return lambda h: h.extend(records)


def final(*ids: str) -> Plant:
    return also(Final(who="tab", conversation=CHAT, ids=ids))


PLANTED: list[tuple[str, Plant, Kind]] = [
    ("an acked event is gone", without(5), Kind.ACKED_LOST),
    ("it is at another place", instead(5, stored(5, text="My mug broke", cmid="c9")), Kind.ACKED_LOST),
    ("its words are gone", instead(2, stored(2, text="Hell")), Kind.ACKED_LOST),
    ("it landed in no chat", also(Acked(who="vera", cmid="c1", conversation="chat-2", seq=1)), Kind.ACKED_LOST),
    ("one event is drawn twice", also(shown("vera", 5, "My mug broke")), Kind.SHOWN_TWICE),
    ("the words are stored twice", also(stored(6, text="My mug broke")), Kind.SHOWN_TWICE),
    ("the words came under two ids", also(shown("vera", 6, "Hello")), Kind.SHOWN_TWICE),
    ("a number is left out", lambda h: h.remove(shown("vera", 3)), Kind.OUT_OF_ORDER),
    ("two are drawn the wrong way round", also(shown("tab", 2), shown("tab", 1)), Kind.OUT_OF_ORDER),
    ("the numbers have a gap", also(stored(7)), Kind.OUT_OF_ORDER),
    ("what was said later stands earlier", lambda h: h.insert(0, h.pop(5)), Kind.OUT_OF_ORDER),
    ("a list ends too early", final(*IDS[:4]), Kind.LISTS_DIFFER),
    ("a list has more", final(*IDS, "id-6"), Kind.LISTS_DIFFER),
    ("a list is in another order", final(*reversed(IDS)), Kind.LISTS_DIFFER),
    ("a second agent joins", also(stored(6, "agent_joined", agent="Ben")), Kind.TWO_OWNERS),
    ("an agent replies in another's chat", also(stored(6, text="Me too", agent="Ben")), Kind.TWO_OWNERS),
    ("a second agent is told that it is hers", also(Took(who="Ben", conversation=CHAT, seq=5)), Kind.TWO_OWNERS),
]


def test_a_good_history_has_no_fault() -> None:
    assert judge(GOOD) == []


@pytest.mark.parametrize(("plant", "kind"), [row[1:] for row in PLANTED], ids=[row[0] for row in PLANTED])
def test_a_planted_fault_is_found(plant: Plant, kind: Kind) -> None:
    history = list(GOOD)
    plant(history)
    assert kind in {fault.kind for fault in judge(history)}


def test_every_kind_of_fault_is_planted() -> None:
    assert {kind for _, _, kind in PLANTED} == set(Kind)


def test_who_was_told_to_forget_may_be_shown_it_again() -> None:
    again: list[AnyRecord] = [Forgot(who="vera", conversation=CHAT), shown("vera", 1), shown("vera", 2, "Hello")]
    assert judge([*GOOD, *again]) == []


def test_what_was_acked_before_a_backup_was_restored_is_excused_and_nothing_after_it() -> None:
    lost = Acked(who="vera", cmid="c8", conversation=CHAT, seq=8)
    assert judge([lost, Restored(), *GOOD]) == []
    assert [fault.kind for fault in judge([Restored(), lost, *GOOD])] == [Kind.ACKED_LOST]


def test_the_next_agent_joins_when_the_last_has_left() -> None:
    left = [stored(6, "agent_left", agent="Ana"), stored(7, "agent_joined", agent="Ben")]
    finals = [record for record in GOOD if not isinstance(record, Final)]
    assert judge([*finals, *left, Took(who="Ben", conversation=CHAT, seq=7)]) == []


def test_a_history_can_be_read_again(tmp_path: Path) -> None:
    history = History()
    for record in GOOD:
        history.tell(record)
    history.write(tmp_path / "history.jsonl")
    assert read(tmp_path / "history.jsonl") == history.records
