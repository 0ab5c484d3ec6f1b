"""Agents see whether a reply is read now, or where it goes otherwise; nobody else sees anything of it."""

from __future__ import annotations

import pytest

from chat import queries
from chat.actions import visitor_presence
from chat.models import Conversation, Visitor
from tests import cast
from tests.cast import MINUTE, NOON, SECOND, Pushed, at_once

pytestmark = pytest.mark.django_db
STALE = NOON + queries.HERE_FOR


@pytest.fixture
def chat(vera: cast.Visitor) -> Conversation:
    """Vera waits, and her page is closed."""
    visitor_presence.gone(vera.waits(), NOON)
    return vera.chat


def told(pushed: Pushed) -> list[tuple[bool, str | None]]:
    """(here, email) of each frame."""
    at_chat = [frame for topic, frame in pushed if topic.startswith("conversation:")]
    return [(frame["here"], frame["email"]) for frame in at_chat if frame["type"] == "visitor_presence"]


def test_coming_is_told_once_and_to_the_agents_of_that_chat(chat: Conversation, pushed: Pushed) -> None:
    for seconds in (0, 20, 40):
        visitor_presence.seen(chat, NOON + seconds * SECOND)
    who = {"conversation": str(chat), "visitor": chat.visitor.label}
    frame = {"type": "visitor_presence", **who, "here": True, "email": None}
    place = {"type": "queue", "conversation": str(chat), "place": 1, "wait": None}
    agents = [(f"conversation:{chat}:agents", frame), (f"site:{chat.site.public_id}:inbox", frame)]
    assert pushed == [*agents, (f"visitor:{chat.visitor.public_id}", place)]


def test_of_who_doesnt_wait_only_those_hear_who_look(vera: cast.Visitor, pushed: Pushed) -> None:
    chat = vera.says("Hello").conversation
    pushed.clear()
    visitor_presence.seen(chat, STALE)
    assert [topic for topic, _ in pushed] == [f"conversation:{chat}:agents"]


def test_a_page_that_saw_no_handoff_yet_leaves_the_line(vera: cast.Visitor, pushed: Pushed) -> None:
    old = vera.says("Hello").conversation
    vera.waits()
    visitor_presence.seen(old, STALE)
    assert f"site:{old.site.public_id}:inbox" in [
        topic for topic, frame in pushed if frame["type"] == "visitor_presence"
    ]


def test_who_left_the_line_is_known_to_agents_who_come_later(chat: Conversation) -> None:
    visitor_presence.seen(chat, NOON)
    assert queries.left_in_line(chat.site, NOON) == []
    assert [str(chat)] == [left.conversation for left in queries.left_in_line(chat.site, STALE)]


def test_leaving_and_coming_back_are_told(chat: Conversation, pushed: Pushed) -> None:
    visitor_presence.seen(chat, NOON)
    visitor_presence.gone(chat, NOON + SECOND)
    visitor_presence.seen(chat, NOON + 2 * SECOND)
    assert told(pushed) == [(True, None), (False, None), (True, None)]


def test_two_lost_heartbeats_are_no_absence(chat: Conversation) -> None:
    visitor_presence.seen(chat, NOON)
    assert queries.visitor_presence(chat, STALE - SECOND).here
    assert not queries.visitor_presence(chat, STALE).here


def test_who_only_stops_asking_is_gone_and_it_is_told_once(chat: Conversation, pushed: Pushed) -> None:
    visitor_presence.seen(chat, NOON)
    for seconds in (-1, 0, 1, 60):
        visitor_presence.expire(STALE + seconds * SECOND)
    assert told(pushed) == [(True, None), (False, None)]


def test_who_gave_a_sign_of_life_stays(chat: Conversation, pushed: Pushed) -> None:
    visitor_presence.seen(chat, NOON)
    visitor_presence.seen(chat, STALE - SECOND)
    visitor_presence.expire(STALE)
    assert told(pushed) == [(True, None)]


def test_the_address_is_told_with_the_absence(vera: cast.Visitor, chat: Conversation, pushed: Pushed) -> None:
    vera.leaves_message()
    visitor_presence.gone(vera.chat, NOON)
    assert told(pushed)[-1] == (False, "vera@example.org")


@pytest.mark.django_db(transaction=True)
def test_leaving_an_address_is_told_at_once(vera: cast.Visitor, chat: Conversation, pushed: Pushed) -> None:
    visitor_presence.seen(chat, NOON)
    vera.leaves_message(now=NOON + SECOND)
    assert told(pushed) == [(True, None), (True, "vera@example.org")]


@pytest.mark.django_db(transaction=True)
def test_visitors_and_other_sites_hear_nothing_of_it(
    vera: cast.Visitor, carl: cast.Visitor, chat: Conversation, pushed: Pushed
) -> None:
    for mine in (chat, carl.waits()):
        visitor_presence.seen(mine, NOON)
        visitor_presence.gone(mine, NOON)
    vera.leaves_message()
    heard = [(topic, frame["conversation"]) for topic, frame in pushed if frame["type"] == "visitor_presence"]
    chats = (chat, carl.chat)
    at_chats = {(f"conversation:{mine}:agents", str(mine)) for mine in chats}
    assert set(heard) == at_chats | {(f"site:{mine.site.public_id}:inbox", str(mine)) for mine in chats}


@pytest.mark.contract
@pytest.mark.django_db(transaction=True)
def test_two_processes_say_once_that_somebody_left(chat: Conversation, pushed: Pushed) -> None:
    visitor_presence.seen(chat, NOON)
    at_once(*[lambda: visitor_presence.expire(STALE + MINUTE)] * 3)
    assert told(pushed) == [(True, None), (False, None)] and Visitor.objects.get().seen_at is None
