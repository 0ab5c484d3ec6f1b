"""Who is next: the same to the server, to agents and to visitors."""

from __future__ import annotations

from datetime import datetime

import pytest

from chat import queries
from chat.actions import system, visitor_presence
from chat.actions.visitor_presence import Sign
from chat.bot.responder import think
from chat.models import Conversation, Site
from tests import cast
from tests.cast import MINUTE, NOON, Pushed, Visitor

pytestmark = pytest.mark.django_db

CALM = "I want to talk to a person"
URGENT = "It's urgent, I smell gas"


def joins(site: Site, text: str, now: datetime) -> str:
    """The conversation of somebody who says so to the bot and waits."""
    someone = Visitor(site)
    someone.says(text, now=now)
    chat = someone.chat
    system.bot_replies(chat, think(chat, chat.top_seq), now)
    return str(chat.public_id)


@pytest.fixture
def line(site: Site, ana: cast.Agent) -> list[str]:
    """Two who wait, and then three to whom it is urgent."""
    ana.arrives()
    texts = [CALM, CALM, URGENT, URGENT, URGENT]
    return [joins(site, text, NOON + n * MINUTE) for n, text in enumerate(texts)]


def test_urgent_goes_first_but_overtakes_nobody_a_third_time(site: Site, line: list[str]) -> None:
    assert [line.index(conversation) for _, conversation, _ in queries.queue(site)] == [2, 3, 0, 1, 4]


def test_agents_sort_by_the_same_rank(site: Site, line: list[str]) -> None:
    rows = sorted(queries.inbox(site, None).rows, key=lambda row: (row.queue_rank, row.queued_at))
    assert [row.conversation for row in rows] == [conversation for _, conversation, _ in queries.queue(site)]


def test_who_was_overtaken_twice_stays_next_when_both_are_served(site: Site, line: list[str], ana: cast.Agent) -> None:
    for n in (2, 3):
        ana.takes(site.conversations.get(public_id=line[n]))
    joins(site, URGENT, NOON + 9 * MINUTE)
    assert [line.index(conversation) for _, conversation, _ in queries.queue(site)[:2]] == [0, 1]


def test_who_is_put_back_stands_where_they_stood(site: Site, line: list[str], ana: cast.Agent) -> None:
    before = queries.queue(site)
    chat = site.conversations.get(public_id=line[3])
    ana.takes(chat)
    ana.puts_back(chat)
    assert queries.queue(site) == before


# --- who has left the page -------------------------------------------------------------------------------------------
@pytest.fixture
def waiting(site: Site, ana: cast.Agent) -> list[Conversation]:
    """Three who came one after the other."""
    ana.arrives()
    return [Visitor(site).waits(now=NOON + n * MINUTE) for n in range(3)]


def told(site: Site, waiting: list[Conversation]) -> list[int]:
    """The place of each."""
    places = {conversation: place for _, conversation, place in queries.queue(site)}
    return [places[str(chat)] for chat in waiting]


def order(site: Site, waiting: list[Conversation]) -> list[int]:
    keys = [str(chat) for chat in waiting]
    return [keys.index(conversation) for _, conversation, _ in queries.queue(site)]


def test_who_left_without_an_address_is_in_nobodys_way(site: Site, waiting: list[Conversation]) -> None:
    for chat in waiting[:2]:
        visitor_presence.gone(chat, NOON)
    assert queries.place(waiting[2]) == 1
    assert order(site, waiting) == [2, 0, 1]


def test_who_comes_back_stands_where_they_stood(site: Site, waiting: list[Conversation]) -> None:
    visitor_presence.gone(waiting[0], NOON)
    assert told(site, waiting) == [1, 1, 2]
    visitor_presence.seen(waiting[0], NOON + MINUTE)
    assert (told(site, waiting), order(site, waiting)) == ([1, 2, 3], [0, 1, 2])


def test_who_can_be_answered_by_email_keeps_their_place(site: Site, waiting: list[Conversation]) -> None:
    waiting[0].visitor.email = "vera@example.org"
    waiting[0].visitor.save()
    visitor_presence.gone(waiting[0], NOON)
    assert (told(site, waiting), order(site, waiting)) == ([1, 2, 3], [0, 1, 2])


def places(pushed: Pushed) -> list[int]:
    return [frame["place"] for _, frame in pushed if frame["type"] == "queue"]


@pytest.mark.parametrize("here", [True, False])
def test_that_many_left_or_came_back_is_told_each_line_once(
    waiting: list[Conversation], carl: Visitor, pushed: Pushed, here: bool
) -> None:
    chats = [*waiting[:2], carl.waits()]
    if here:
        visitor_presence.note([Sign(chat, NOON, here=False) for chat in chats])
    pushed.clear()
    visitor_presence.note([Sign(chat, NOON, here=here) for chat in chats])
    assert sorted(places(pushed)) == ([1, 1, 2, 3] if here else [1, 1, 1, 1])


def test_whose_page_died_is_out_of_the_way_and_it_is_told_once(waiting: list[Conversation], pushed: Pushed) -> None:
    for minutes in (10, 11):
        visitor_presence.expire(NOON + minutes * MINUTE)
    assert places(pushed) == [1, 1, 1]


def test_signs_that_change_nothing_are_told_to_nobody_in_line(waiting: list[Conversation], pushed: Pushed) -> None:
    visitor_presence.seen(waiting[0], NOON)
    visitor_presence.gone(waiting[0], NOON)
    pushed.clear()
    visitor_presence.gone(waiting[0], NOON)
    assert places(pushed) == []


@pytest.mark.django_db(transaction=True)
def test_agents_know_of_who_joins_whether_they_are_here(
    vera: Visitor, ana: cast.Agent, ben: cast.Agent, pushed: Pushed
) -> None:
    """Somebody who left while an agent had the chat is back in line with it, and away."""
    chat = vera.waits()
    ana.takes(chat)
    visitor_presence.gone(chat, NOON)
    pushed.clear()
    ana.transfers(chat, ben)
    inbox = f"site:{chat.site.public_id}:inbox"
    assert [(frame["type"], frame.get("here")) for topic, frame in pushed if topic == inbox] == [
        ("visitor_presence", False),
        ("inbox", None),
    ]
