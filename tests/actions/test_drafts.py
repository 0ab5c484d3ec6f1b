"""Where people speak first, agents see what the bot would have said; visitors never do."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from chat import queries
from chat.actions import visitor
from chat.actions.turns import drafting
from chat.bot.drafting import Drafts, look
from chat.bot.responder import think
from chat.delivery.fanout import fanout
from chat.delivery.threads import in_db
from chat.delivery.writer import commit_messages
from chat.domain.events import Audience, BotDraft
from chat.models import Dial, Site
from chat.wire import client_frames as f
from tests import cast
from tests.cast import ANSWER, NOON, QUESTION, cmid, is_true

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.contract]


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    yield
    drafting.sites = frozenset()


def after(*acts: Callable[[], Any]) -> None:
    """Do this, and let the drafts that follow from it be written."""

    async def run() -> None:
        drafts = Drafts()
        fanout.start()
        drafts.start()
        await in_db(look)
        for act in acts:
            await in_db(act)
        await drafts.stop()
        await fanout.stop()

    asyncio.run(run())


def drafts_in(vera: cast.Visitor) -> list[BotDraft]:
    return [row.event for row in vera.chat.events.filter(kind="bot_draft") if isinstance(row.event, BotDraft)]


@pytest.mark.parametrize(
    ("settings", "count"),
    [
        ({"dial": Dial.BOT_HELPS}, 1),
        ({"rehearsal": True}, 1),
        ({"dial": Dial.PEOPLE_FIRST}, 0),
        ({"dial": Dial.BOT_HELPS, "dial_closed": Dial.PEOPLE_FIRST, "hours": {"mon": []}}, 0),
    ],
)
def test_agents_see_a_draft_where_the_owner_wants_one(
    vera: cast.Visitor, site: Site, settings: dict[str, Any], count: int
) -> None:
    Site.objects.filter(pk=site.pk).update(**settings)
    after(lambda: vera.says(QUESTION))
    assert [draft.text for draft in drafts_in(vera)] == [ANSWER] * count and is_true(vera.chat)


def test_no_visitor_ever_sees_one(vera: cast.Visitor, site: Site) -> None:
    Site.objects.filter(pk=site.pk).update(rehearsal=True)
    after(vera.says)
    shown = queries.events_frame(vera.chat, vera.chat.events.all(), Audience.ALL)
    assert ANSWER not in str(shown) and [event.seq for event in shown.events] == [1, 2, 3, 4, 5]


def test_messages_stored_together_get_theirs(vera: cast.Visitor, ana: cast.Agent, site: Site) -> None:
    Site.objects.filter(pk=site.pk).update(rehearsal=True)
    ana.takes(vera.waits())
    frame = f.VisitorSend(cmid=cmid(), text=QUESTION)
    message = visitor.append(vera.actor, vera.chat, frame, now=NOON)
    after(lambda: commit_messages([message]))
    assert [draft.in_reply_to for draft in drafts_in(vera)] == [vera.chat.top_seq - 1]


def test_what_needs_no_help_gets_none(vera: cast.Visitor, site: Site) -> None:
    Site.objects.filter(pk=site.pk).update(rehearsal=True)
    after(lambda: vera.says("Hello!"), lambda: vera.says("thanks"))
    assert drafts_in(vera) == []


def test_who_was_with_the_bot_when_rehearsal_began_goes_to_people(vera: cast.Visitor, site: Site) -> None:
    vera.says()
    Site.objects.filter(pk=site.pk).update(rehearsal=True)
    reply = think(vera.chat, 2)
    assert (reply.text, reply.code, reply.hand_over) == ("", None, "people_first")


def test_what_the_bot_would_offer_comes_with_its_answers(vera: cast.Visitor, site: Site) -> None:
    Site.objects.filter(pk=site.pk).update(rehearsal=True)
    cast.write_faq(site, "How much is delivery to Scotland?", "Ask {{site}}.")
    cast.write_faq(site, "How much is delivery to Wales?", "Five.")
    after(lambda: vera.says("What does delivery cost?"))
    [draft] = drafts_in(vera)
    said = dict(zip([choice.title for choice in draft.choices], draft.answers, strict=True))
    assert said.items() >= {"How much is delivery to Scotland?": f"Ask {site.name}."}.items()
