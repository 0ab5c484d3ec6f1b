"""A resume is whole or refused; what is for agents only is hidden, not missing."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from chat import queries
from chat.domain.events import Audience
from chat.domain.transcript import Cursor, Hidden
from chat.models import Conversation, Event
from chat.models.ids import new_id
from chat.wire import server_frames as s
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.contract]


@pytest.fixture
def chat(vera: cast.Visitor) -> Conversation:
    return vera.waits()


def at(chat: Conversation, seq: int) -> Cursor:
    return Cursor(epoch=chat.epoch, seq=seq, id=str(chat.events.get(seq=seq).public_id))


def seqs(frame: s.Events | s.Reset) -> list[int]:
    assert isinstance(frame, s.Events)
    return [event.seq for event in frame.events]


def test_without_a_cursor_comes_everything(chat: Conversation) -> None:
    assert seqs(queries.resume(chat, None, Audience.ALL)) == [1, 2, 3, 4]


def test_after_a_cursor_comes_everything_later(chat: Conversation) -> None:
    assert seqs(queries.resume(chat, at(chat, 3), Audience.ALL)) == [4]
    assert seqs(queries.resume(chat, at(chat, 4), Audience.ALL)) == []


@pytest.mark.parametrize("other", [{"epoch": 2}, {"id": str(new_id())}, {"seq": 99}, {"id": "no id"}])
def test_a_cursor_of_another_history_is_reset(chat: Conversation, other: dict[str, Any]) -> None:
    cursor = msgspec.structs.replace(at(chat, 3), **other)
    frame = queries.resume(chat, cursor, Audience.ALL, ref=7)
    assert frame == s.Reset(conversation=str(chat), ref=7)


def test_a_restored_backup_is_reset(chat: Conversation) -> None:
    cursor = at(chat, 4)
    Event.objects.filter(conversation=chat, seq=4).delete()
    assert isinstance(queries.resume(chat, cursor, Audience.ALL), s.Reset)


def test_long_histories_come_in_parts(chat: Conversation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "EVENTS_PER_FRAME", 3)
    first = queries.resume(chat, None, Audience.ALL)
    assert isinstance(first, s.Events) and first.more and seqs(first) == [1, 2, 3]
    second = queries.resume(chat, at(chat, 3), Audience.ALL)
    assert isinstance(second, s.Events) and not second.more and seqs(second) == [4]


def test_visitors_get_hidden_where_agents_get_the_packet(chat: Conversation) -> None:
    for audience, kind in ((Audience.ALL, "Hidden"), (Audience.AGENTS, "HandoffPacket")):
        frame = queries.resume(chat, at(chat, 3), audience)
        assert isinstance(frame, s.Events)
        assert [type(event.event).__name__ for event in frame.events] == [kind]


def test_hidden_says_nothing(chat: Conversation) -> None:
    frame = queries.resume(chat, at(chat, 3), Audience.ALL)
    assert isinstance(frame, s.Events) and frame.events[0].event == Hidden()
