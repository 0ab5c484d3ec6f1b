"""Two questions in one message, from message to the bot's turn."""

from __future__ import annotations

import pytest

from chat.actions import knowledge
from chat.bot.responder import think
from chat.domain.commands import BotReplies
from chat.domain.events import Speech
from chat.models import FaqEntry
from tests import cast
from tests.cast import ANSWER, QUESTION

pytestmark = pytest.mark.django_db

PARCEL = "How much is shipping?"


@pytest.fixture
def asks(vera: cast.Visitor) -> cast.Visitor:
    """Vera, at a site that knows two answers."""
    entry = FaqEntry(site=vera.site, title=PARCEL, paraphrases=[], answer="Four euros.")
    knowledge.save_entries(vera.site, [entry])
    return vera


def turn(vera: cast.Visitor, text: str) -> BotReplies:
    seq = vera.says(text).conversation.top_seq
    return think(vera.chat, seq)


def test_both_are_offered(asks: cast.Visitor) -> None:
    reply = turn(asks, f"{PARCEL} {QUESTION}")
    assert (reply.code, reply.failed) == (Speech.SEVERAL, False)
    assert [choice.title for choice in reply.choices] == [PARCEL, QUESTION]
    assert [tried.title for tried in reply.tried] == [PARCEL, QUESTION]


def test_one_question_in_two_sentences_is_answered(asks: cast.Visitor) -> None:
    assert turn(asks, f"Hello there. {QUESTION} {QUESTION}").text == ANSWER


def test_a_person_is_asked_for_in_the_midst_of_them(asks: cast.Visitor) -> None:
    assert turn(asks, f"{PARCEL} {QUESTION} Can I talk to a person?").hand_over == "asked"
