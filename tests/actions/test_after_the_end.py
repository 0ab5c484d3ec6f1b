"""Writing to a conversation that is closed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from chat.domain.events import Message
from chat.models import BotTurnOwed, Conversation, InboxChange
from chat.wire import client_frames as f
from tests import cast
from tests.cast import MINUTE, NOON, cmid, is_true, kinds, refused

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def closed(vera: cast.Visitor, ana: cast.Agent) -> Conversation:
    chat = vera.waits()
    ana.takes(chat)
    ana.resolves(chat, "Goodbye, and come again.")
    return vera.chat


@pytest.mark.parametrize("text", ["And on Sunday?", "hello"])
def test_within_a_day_it_reopens_with_the_bot(vera: cast.Visitor, closed: Conversation, text: str) -> None:
    vera.says(text, now=NOON + DAY)
    assert kinds(closed, after=closed.top_seq) == ["conversation_reopened", "disclosure_shown", "message"]
    assert vera.chat == closed and vera.chat.status == "bot" and is_true(closed)
    assert BotTurnOwed.objects.get(conversation=closed).seq == closed.top_seq


def test_later_a_new_one_begins_and_the_old_one_stays_as_it_was(vera: cast.Visitor, closed: Conversation) -> None:
    applied = vera.says("And on Sunday?", now=NOON + DAY + MINUTE)
    assert applied.seq == 1 and vera.chat != closed and is_true(vera.chat)
    before = closed.top_seq
    closed.refresh_from_db()
    assert (closed.status, closed.top_seq) == ("closed", before)


def test_later_it_needs_a_proof_of_disclosure_again(vera: cast.Visitor, closed: Conversation) -> None:
    with refused("disclosure_missing"):
        vera.says("And on Sunday?", now=NOON + DAY + MINUTE, disclosure=None)
    assert vera.chats == 1


@pytest.mark.parametrize("after", [MINUTE, DAY * 30])
def test_mere_thanks_are_kept_and_wake_nobody(vera: cast.Visitor, closed: Conversation, after: timedelta) -> None:
    changes = InboxChange.objects.count()
    last = vera.says("thank you!", now=NOON + after).recorded[-1].event
    assert isinstance(last, Message) and last.text == "thank you!"
    assert vera.chat == closed and vera.chat.status == "closed"
    assert InboxChange.objects.count() == changes and not BotTurnOwed.objects.exists()


def test_asking_for_a_person_begins_a_new_one(vera: cast.Visitor, closed: Conversation) -> None:
    vera.asks_for_person(now=NOON + MINUTE)
    assert vera.chat != closed and vera.chat.status == "waiting"


@pytest.mark.parametrize("frame", [f.CancelHandoff, f.AskBot, f.End])
def test_nothing_else_wakes_it(vera: cast.Visitor, closed: Conversation, frame: type[f.End]) -> None:
    with refused("not_now"):
        vera.does(frame(cmid=cmid()))


def test_an_answer_can_still_be_rated(vera: cast.Visitor, closed: Conversation) -> None:
    with refused("not_found"):
        vera.does(f.Rate(cmid=cmid(), seq=99, helped=True))
    with refused("not_now"):  # her own message
        vera.does(f.Rate(cmid=cmid(), seq=2, helped=True))
