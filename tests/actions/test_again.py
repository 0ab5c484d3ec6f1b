"""A command may be sent again, over whatever came in between."""

from __future__ import annotations

from datetime import timedelta

import pytest

from chat.actions.store import Applied
from chat.models import Event
from chat.wire import client_frames as f
from tests import cast
from tests.cast import NOON, cmid, is_true, refused

pytestmark = [pytest.mark.django_db, pytest.mark.contract]


def place(applied: Applied) -> tuple[str, int]:
    return str(applied.conversation), applied.seq


def test_the_same_message_again_gets_the_original_ack(vera: cast.Visitor) -> None:
    same = cmid()
    first = vera.says(key=same)
    vera.says("Something else")
    assert place(vera.says(key=same)) == place(first)
    assert is_true(vera.chat) and vera.chat.top_seq == 3


def test_another_text_under_the_same_cmid_is_a_conflict(vera: cast.Visitor) -> None:
    same = cmid()
    vera.says(key=same)
    with refused("cmid_conflict"):
        vera.says("Are you open on Monday?", key=same)
    assert vera.chat.top_seq == 2


def test_another_kind_of_command_under_the_same_cmid_is_a_conflict(vera: cast.Visitor) -> None:
    same = cmid()
    vera.says(key=same)
    with refused("cmid_conflict"):
        vera.does(f.End(cmid=same))


def test_sent_again_from_an_earlier_conversation_it_stays_there(vera: cast.Visitor) -> None:
    same = cmid()
    first = vera.says(key=same)
    vera.does(f.End(cmid=cmid()))
    vera.says("Hello, I have another question", now=NOON + timedelta(days=3))
    assert place(vera.says(key=same)) == place(first)
    assert vera.chats == 2


def test_cmids_are_each_authors_own(vera: cast.Visitor, carl: cast.Visitor) -> None:
    same = cmid()
    vera.says(key=same)
    carl.says(key=same)
    assert Event.objects.filter(cmid=same).count() == 2


def test_what_is_so_already_is_acknowledged_with_the_last_seq(vera: cast.Visitor) -> None:
    chat = vera.waits()
    assert vera.asks_for_person().seq == chat.top_seq == vera.chat.top_seq


def test_an_agents_reply_again_gets_the_original_ack(vera: cast.Visitor, ana: cast.Agent) -> None:
    chat = vera.waits()
    ana.takes(chat)
    reply = f.AgentSend(cmid=cmid(), conversation=str(chat), text="Hello, Ana here.")
    first = ana.does(reply)
    vera.says("Oh, hello!")
    assert place(ana.does(reply)) == place(first)


def test_an_agents_cmid_in_another_chat_is_a_conflict(vera: cast.Visitor, ana: cast.Agent) -> None:
    chat, other = vera.waits(), cast.Visitor(vera.site).waits()
    take = f.Take(cmid=cmid(), conversation=str(chat))
    ana.does(take)
    with refused("cmid_conflict"):
        ana.does(f.Take(cmid=take.cmid, conversation=str(other)))
