"""A chat that nobody writes in is warned, then closed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db.models.signals import post_init

from chat.actions import system
from chat.models import Conversation
from chat.wire import client_frames as f
from tests import cast
from tests.cast import NOON, SECOND, cmid, is_true, kinds

pytestmark = pytest.mark.django_db
IDLE = NOON + system.IDLE_AFTER + SECOND
CLOSES = IDLE + system.CLOSES_AFTER_WARNING


def test_it_is_warned_once_and_closed_when_the_warning_said(vera: cast.Visitor) -> None:
    vera.says()
    assert system.warn_idle(IDLE) == 1 and not system.warn_idle(IDLE)
    assert not system.close_idle(CLOSES - SECOND)
    system.close_idle(CLOSES + SECOND)
    assert kinds(vera.chat)[-2:] == ["inactivity_warned", "conversation_closed"]


def test_an_active_chat_is_left_alone(vera: cast.Visitor) -> None:
    vera.says()
    assert not system.warn_idle(NOON + system.IDLE_AFTER)


def test_a_word_after_the_warning_keeps_it_open(vera: cast.Visitor) -> None:
    vera.says()
    system.warn_idle(IDLE)
    vera.says("I am still here", now=IDLE + SECOND)
    assert not system.close_idle(CLOSES + 2 * SECOND) and is_true(vera.chat)


@pytest.fixture
def read() -> Iterator[list[str]]:
    """Conversations read from the database."""
    names: list[str] = []

    def remember(instance: Conversation, **rest: object) -> None:
        names.append(str(instance))

    post_init.connect(remember, sender=Conversation)
    yield names
    post_init.disconnect(remember, sender=Conversation)


def test_chats_that_are_not_due_are_not_even_read(vera: cast.Visitor, read: list[str]) -> None:
    vera.says()
    read.clear()
    assert not system.warn_idle(IDLE - 2 * SECOND) and not read
    assert system.warn_idle(IDLE) and read
    read.clear()
    assert not system.close_idle(CLOSES - SECOND) and not read


def test_the_queue_and_an_owed_answer_never_close_by_themselves(vera: cast.Visitor, ana: cast.Agent) -> None:
    chat = vera.waits()
    assert not system.warn_idle(IDLE)
    vera.leaves_message()
    vera.does(f.AskBot(cmid=cmid()))
    assert not system.warn_idle(IDLE) and kinds(chat)[-1] == "bot_resumed"
