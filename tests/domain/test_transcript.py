"""What a resume replays, and what each reader sees."""

from __future__ import annotations

import msgspec
import pytest

from chat.domain import events as e
from chat.domain.transcript import Cursor, Hidden, Replay, Reset, plan_resume, seen_by

READ_TO_7 = Cursor(epoch=1, seq=7, id="event-7")


@pytest.mark.parametrize(
    ("case", "cursor", "id_at_cursor", "plan"),
    [
        ("no cursor", None, None, Replay(0)),
        ("nothing read yet", Cursor(epoch=0, seq=0, id=""), None, Replay(0)),
        ("behind or at the top", READ_TO_7, "event-7", Replay(7)),
        ("ahead of a restored backup", READ_TO_7, None, Reset()),
        ("another event there since a restore", READ_TO_7, "event-seven", Reset()),
        ("history erased since", Cursor(epoch=0, seq=7, id="event-7"), "event-7", Reset()),
        ("an epoch that we never had", Cursor(epoch=2, seq=7, id="event-7"), "event-7", Reset()),
    ],
)
def test_plan_resume(case: str, cursor: Cursor | None, id_at_cursor: str | None, plan: Replay | Reset) -> None:
    assert plan_resume(cursor, epoch=1, id_at_cursor=id_at_cursor) == plan, case


def test_vera_sees_a_blank_where_something_is_for_agents() -> None:
    turn = e.BotTurn(in_reply_to=2, decision="answer", confidence=0.9, quote="secret")
    assert seen_by(e.Audience.ALL, turn) == Hidden()
    assert msgspec.json.encode(seen_by(e.Audience.ALL, turn)) == b'{"kind":"hidden"}'


def test_ana_sees_it_all() -> None:
    turn = e.BotTurn(in_reply_to=2, decision="answer")
    assert seen_by(e.Audience.AGENTS, turn) is turn
