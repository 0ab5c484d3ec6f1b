"""What the bot says as it hands over: what is so, and nothing that it doesn't know."""

from __future__ import annotations

import pytest

from chat.bot.responder import think
from chat.domain.events import Speech
from chat.models import Site
from chat.wire import client_frames as f
from tests import cast
from tests.cast import QUESTION, SEEN, cmid

pytestmark = pytest.mark.django_db


def said(vera: cast.Visitor, text: str, page: str | None = None) -> Speech | None:
    told = vera.does(f.VisitorSend(cmid=cmid(), text=text, page=page, disclosure=SEEN))
    reply = think(vera.chat, told.conversation.top_seq)
    assert reply.hand_over and not reply.text
    return reply.code


def test_what_people_look_after_is_not_what_the_bot_cannot_answer(vera: cast.Visitor, site: Site) -> None:
    Site.objects.filter(pk=site.pk).update(sensitive_topics=["cancellation"], page_rules=["/checkout/*"])
    assert said(vera, "I want to cancel") is Speech.FOR_PEOPLE
    assert said(vera, QUESTION, "https://shop.example/checkout/pay") is Speech.FOR_PEOPLE


def test_a_mood_looks_like_a_topic(vera: cast.Visitor) -> None:
    assert said(vera, "This is ridiculous, third time I ask!") is Speech.FOR_PEOPLE


def test_whoever_asked_for_a_person_is_told_nothing_by_the_bot(vera: cast.Visitor) -> None:
    assert said(vera, "a person, please") is None


@pytest.mark.parametrize(
    "text",
    [
        *("I want to kill myself", "i dont want to live anymore", "I am bleeding", "She can't breathe!"),
        *(
            "Ich will nicht mehr leben",
            "Er ist bewusstlos",
            "Es riecht nach Gas",
            "Je veux mourir",
            "Il ne respire plus",
        ),
        *("Quiero morir", "No respira", "أريد أن أموت", "إنه ينزف"),
    ],
)
def test_where_somebody_is_in_danger_the_way_to_help_is_named(vera: cast.Visitor, text: str) -> None:
    assert said(vera, text) is Speech.DANGER


def test_not_all_that_is_urgent_is_a_danger(vera: cast.Visitor) -> None:
    assert said(vera, "It's urgent, my card was stolen") is Speech.FOR_PEOPLE
