"""Verdicts on the bot's answers are kept once per answer and person, for the site's correction."""

from __future__ import annotations

import pytest

from chat.actions import system
from chat.domain import commands as c
from chat.domain.events import Source
from chat.models import BotVerdict, Site
from chat.wire import client_frames as f
from tests import cast
from tests.cast import ANSWER, NOON, cmid, is_true, refused

pytestmark = [pytest.mark.django_db, pytest.mark.contract]
HERE = c.Availability(agents_here=True)
REPLY = c.BotReplies(
    in_reply_to=2,
    decision="answer",
    text=ANSWER,
    source=Source(entry_id="e", title="Opening hours"),
    confidence=0.8,
    availability=HERE,
)


def verdicts() -> list[tuple[str, float, bool]]:
    return list(BotVerdict.objects.order_by("pk").values_list("by", "confidence", "right"))


def judges(ana: cast.Agent, chat: object, seq: int, right: bool) -> None:
    ana.does(f.Judge(cmid=cmid(), conversation=str(chat), seq=seq, right=right))


def test_each_persons_latest_word_counts(vera: cast.Visitor, ana: cast.Agent) -> None:
    vera.says()
    system.bot_replies(vera.chat, REPLY, NOON)
    vera.does(f.Rate(cmid=cmid(), seq=4, helped=True))
    judges(ana, vera.chat, 2, False)
    judges(ana, vera.chat, 2, True)
    judges(ana, vera.chat, 2, False)
    assert verdicts() == [("visitor", 0.8, True), ("agent", 0.8, False)] and is_true(vera.chat)


def test_a_draft_teaches_as_an_answer_does(vera: cast.Visitor, ana: cast.Agent) -> None:
    chat = vera.waits()
    system.bot_drafts(chat, c.BotDrafts(reply=REPLY), NOON)
    judges(ana, chat, 2, True)
    assert verdicts() == [("agent", 0.8, True)]


def test_the_sites_confidence_is_corrected_by_them(vera: cast.Visitor, ana: cast.Agent, site: Site) -> None:
    chat = vera.waits()
    system.bot_drafts(chat, c.BotDrafts(reply=REPLY), NOON)
    for right, sign in ((False, -1), (True, 1)):
        judges(ana, chat, 2, right)
        site.refresh_from_db()
        assert site.correction * sign > 0


def test_what_is_no_answer_has_no_verdict(vera: cast.Visitor, ana: cast.Agent, charlie: cast.Agent) -> None:
    vera.says()
    system.bot_failed(vera.chat, 2, NOON)
    judges(ana, vera.chat, 2, False)
    with refused("not_now"):
        judges(ana, vera.chat, 1, False)
    with refused("not_found"):
        judges(charlie, vera.chat, 2, False)
    assert verdicts() == []
