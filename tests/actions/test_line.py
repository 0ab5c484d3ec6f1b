"""Who is next: the same to the server, to agents and to visitors."""

from __future__ import annotations

from datetime import datetime

import pytest

from chat import queries
from chat.actions import system
from chat.bot.responder import think
from chat.models import Site
from tests import cast
from tests.cast import MINUTE, NOON, Visitor

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
