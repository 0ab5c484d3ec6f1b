"""The agents' inbox: every row's number, and what a cursor gets."""

from __future__ import annotations

import pytest

from chat import queries
from chat.actions import system
from chat.models import InboxChange, Site
from chat.models.ids import new_id
from chat.wire import server_frames as s
from chat.wire.client_frames import End, InboxCursor
from tests import cast
from tests.cast import MINUTE, NOON, Visitor, cmid, inbox_revs

pytestmark = [pytest.mark.django_db, pytest.mark.contract]


def read(site: Site, after: s.Inbox | None = None) -> s.Inbox:
    return queries.inbox(site, InboxCursor(rev=after.rev, id=after.id) if after else None)


def rows(frame: s.Inbox) -> list[tuple[int, str]]:
    return [(row.rev, str(row.status)) for row in frame.rows]


def test_states_and_agents_are_numbered_messages_are_not(vera: cast.Visitor, ana: cast.Agent) -> None:
    vera.says()
    vera.says("And on Sunday?")
    vera.asks_for_person()
    ana.takes(vera.chat)
    ana.writes(vera.chat)
    assert inbox_revs(vera.site) == [1, 2, 3]


def test_without_a_cursor_come_all_that_need_anybody(vera: cast.Visitor, ana: cast.Agent, site: Site) -> None:
    done = vera.waits()
    ana.takes(done)
    ana.resolves(done)
    Visitor(site).waits()
    frame = read(site)
    assert (frame.reset, frame.rev, rows(frame)) == (True, 6, [(6, "waiting")])


def test_a_closed_chat_with_an_owed_answer_still_needs_somebody(vera: cast.Visitor) -> None:
    vera.leaves()
    vera.does(End(cmid=cmid()))
    assert [row.reference for row in read(vera.site).rows] == [vera.chat.reference]


def test_a_cursor_gets_what_changed_and_what_was_spoken_since(vera: cast.Visitor, site: Site) -> None:
    vera.says()
    quiet = Visitor(site)
    quiet.says(now=NOON - MINUTE)
    before = read(site)
    vera.says("And on Sunday?", now=NOON + MINUTE)
    Visitor(site).says(now=NOON + MINUTE)
    frame = read(site, before)
    assert not frame.reset and rows(frame)[0] == (3, "bot")
    assert {row.preview.text for row in frame.rows if row.preview} >= {"And on Sunday?"}


def test_a_row_shows_what_was_asked_not_that_the_bot_hands_over(vera: cast.Visitor) -> None:
    vera.says("My mug is broken.")
    system.bot_failed(vera.chat, vera.chat.top_seq, NOON)
    [row] = read(vera.site).rows
    assert row.status == "waiting"
    assert row.preview and row.preview.text == "My mug is broken."


def test_a_settled_row_leaves_by_a_row_in_closed(vera: cast.Visitor, ana: cast.Agent) -> None:
    chat = vera.waits()
    before = read(vera.site)
    ana.takes(chat)
    ana.resolves(chat)
    assert rows(read(vera.site, before)) == [(4, "closed")]


def test_nothing_new_is_an_empty_answer_at_the_same_place(vera: cast.Visitor, site: Site) -> None:
    vera.says(now=NOON)
    Visitor(site).says(now=NOON + MINUTE)
    before = read(site)
    after = read(site, before)
    assert (after.rev, after.id, after.reset) == (before.rev, before.id, False)


@pytest.mark.parametrize("rev", [0, 1, 99])
def test_a_cursor_of_another_history_gets_everything_anew(vera: cast.Visitor, rev: int) -> None:
    vera.says()
    frame = queries.inbox(vera.site, InboxCursor(rev=rev, id=str(new_id())))
    assert frame.reset and rows(frame) == [(1, "bot")]


def test_a_restored_backup_gets_everything_anew(vera: cast.Visitor) -> None:
    vera.says()
    before = read(vera.site)
    InboxChange.objects.update(public_id=new_id())  # the same number was given to another change
    assert read(vera.site, before).reset


def test_many_changes_come_in_parts_that_miss_none(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "_PAGE", 2)
    Visitor(site).says()
    frame, seen = read(site), list[int]()
    for _ in range(5):
        Visitor(site).says(now=NOON + MINUTE)
    while (frame := read(site, frame)).more or not seen:
        seen += [row.rev for row in frame.rows]
    assert sorted({*seen, *[row.rev for row in frame.rows]} - {1}) == [2, 3, 4, 5, 6]


def test_the_other_sites_chats_have_numbers_of_their_own(vera: cast.Visitor, carl: cast.Visitor) -> None:
    vera.says()
    carl.says()
    assert inbox_revs(carl.site) == [1]
    assert [row.conversation for row in read(carl.site).rows] == [str(carl.chat)]
