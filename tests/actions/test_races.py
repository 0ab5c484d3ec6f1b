"""Real threads on the real database: exactly one wins, nobody deadlocks, numbers have no gaps."""

from __future__ import annotations

from collections import Counter

import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext

from chat.domain.conversation import Taken
from chat.models import Credential, Site
from tests import cast
from tests.cast import QUESTION, Visitor, at_once, cmid, hire, inbox_revs, is_true, said

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.contract]


def test_two_tabs_begin_one_conversation(vera: cast.Visitor) -> None:
    first, second = at_once(lambda: vera.says("From one tab"), lambda: vera.says("From the other"))
    assert first.conversation == second.conversation
    assert sorted(said(vera.chat)) == ["From one tab", "From the other"]
    assert (vera.chats, Credential.objects.count()) == (1, 1) and is_true(vera.chat)


def test_one_message_sent_twice_at_once_is_stored_once(vera: cast.Visitor) -> None:
    same = cmid()
    acks = at_once(*[lambda: vera.says(key=same)] * 4)
    assert {ack.seq for ack in acks} == {1}
    assert said(vera.chat) == [QUESTION] and is_true(vera.chat)


def test_of_eight_agents_exactly_one_takes_the_chat(vera: cast.Visitor, site: Site) -> None:
    chat, agents = vera.waits(), [hire(site, f"Agent {n}") for n in range(8)]
    results = at_once(*[lambda agent=agent: agent.takes(chat) for agent in agents])
    lost = [result.by.name for result in results if isinstance(result, Taken)]
    chat.refresh_from_db()
    assert chat.state.agent and lost == [chat.state.agent.name] * 7
    assert is_true(chat)


def test_many_visitors_at_once_all_begin_and_the_inbox_counts_them(site: Site) -> None:
    visitors = [Visitor(site) for _ in range(8)]
    results = at_once(*[visitor.says for visitor in visitors])
    assert Counter(type(result).__name__ for result in results) == {"Applied": 8}
    assert inbox_revs(site) == list(range(1, 9))


def test_many_changes_at_once_leave_no_gap_in_the_inbox(site: Site) -> None:
    visitors = [Visitor(site) for _ in range(6)]
    for visitor in visitors:
        visitor.says()
    results = at_once(*[visitor.asks_for_person for visitor in visitors])
    assert not [result for result in results if isinstance(result, DatabaseError)]
    assert inbox_revs(site) == list(range(1, 13)) and site.rev == 12


def test_messages_of_one_chat_from_both_sides_get_seqs_without_gaps(vera: cast.Visitor, ana: cast.Agent) -> None:
    chat = vera.waits()
    ana.takes(chat)
    at_once(*[vera.says] * 4, *[lambda: ana.writes(chat)] * 4)
    chat.refresh_from_db()
    assert is_true(chat) and len(said(chat)) == 9


def test_a_message_locks_its_own_chat_and_nothing_that_others_need(vera: cast.Visitor) -> None:
    vera.says()
    with CaptureQueriesContext(connection) as queries:
        vera.says("And on Sunday?")
    locks = [query["sql"].partition(" FOR ")[2] for query in queries if " FOR " in query["sql"]]
    assert set(locks) <= {'NO KEY UPDATE OF "chat_conversation"'}
