"""What goes wrong between bot and person elsewhere, one story each."""

from __future__ import annotations

import pytest
from django.db import DatabaseError

from chat import presence, queries
from chat.actions import system
from chat.bot import responder, thinking
from chat.domain.conversation import Refused
from chat.domain.events import Audience
from chat.models import BotTurnOwed
from chat.wire import client_frames as f
from tests import cast
from tests.actions.test_bot_turn import give
from tests.api.http import post
from tests.cast import MINUTE, NOON, SEEN, at_once, cmid, is_true, said
from tests.scenarios.story import bot_speaks, kinds_seen, vera_sees

pytestmark = pytest.mark.django_db
THREE_MINUTES = NOON + 3 * MINUTE


def test_the_handoff_works_a_second_and_a_third_time_for_the_same_visitor(vera: cast.Visitor, ana: cast.Agent) -> None:
    """Rocket.Chat Apps.Rasa #26: it worked once per visitor, then failed."""
    for _ in range(3):
        chat = vera.waits()
        ana.takes(chat)
        ana.writes(chat, "Hello, Ana here.")
        ana.lets_bot(chat)
    ana.takes(vera.waits())
    ana.resolves(vera.chat, "Goodbye.")
    vera.waits()
    assert kinds_seen(vera).count("agent_joined") == 4 and vera.chat.status == "waiting" and is_true(vera.chat)


@pytest.mark.parametrize("taken", [False, True], ids=["in the queue", "with Ana"])
def test_the_bot_answered_over_the_human(vera: cast.Visitor, ana: cast.Agent, taken: bool) -> None:
    """Chatwoot #11363, Live Helper Chat #2259: the bot went on talking; the status never left "bot"."""
    vera.says()
    late = responder.think(vera.chat, 2)
    vera.asks_for_person()
    if taken:
        ana.takes(vera.chat)
    vera.says("When are you open?")
    with pytest.raises(Refused):
        system.bot_replies(vera.chat, late, NOON)
    assert not BotTurnOwed.objects.exists() and all(event.get("author_kind") != "bot" for event in vera_sees(vera))


def test_the_status_never_left_bot_for_the_agents(vera: cast.Visitor, ana: cast.Agent) -> None:
    """Chatwoot #11363: agents saw a bot's chat while a person was replying."""
    ana.takes(vera.waits())
    (row,) = queries.inbox(vera.site, None).rows
    assert (row.status, row.agent and row.agent.name, vera.chat.status) == ("human", "Ana", "human")


@pytest.mark.django_db(transaction=True)
def test_the_handoff_threw_an_error_and_there_was_silence(vera: cast.Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    """tiledesk-chatbot #4: an unhandled error in the handoff; the visitor heard nothing more."""

    def fails(question: object, known: object) -> None:
        raise RuntimeError("no such intent")

    monkeypatch.setattr(thinking, "think_about", fails)
    vera.says("I want a person")
    give(*vera.chat.turns_owed.all())
    assert vera.chat.status == "waiting" and said(vera.chat)[-1] == "bot_failed"
    assert vera_sees(vera)[-2]["notice"] == "bot_failed"


def test_the_click_on_a_person_failed_and_there_was_silence(
    vera: cast.Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """tiledesk-chatbot #4, by the button: a failure is answered with when to try again, and the same click counts."""
    click = f.AskPerson(cmid=cmid(), disclosure=SEEN)
    with monkeypatch.context() as broken:
        broken.setattr(queries, "availability_at_click", _raises)
        refused = post(vera, click)
    assert (refused["code"], refused["cmid"], refused["retry_after"] > 0) == ("unavailable", click.cmid, True)
    assert post(vera, click)["type"] == "ack" and vera.chat.status == "waiting"


def _raises(*_: object) -> None:
    raise DatabaseError


@pytest.mark.django_db(transaction=True)
def test_a_silent_handoff_reached_no_agent(vera: cast.Visitor, ana: cast.Agent, pushed: cast.Pushed) -> None:
    """Chatwoot #13881, #5077, #6112: the handoff happened, and nobody was told."""
    ana.arrives()
    vera.waits()
    inbox = f"site:{vera.site.public_id}:inbox"
    rows = [frame["rows"][0] for topic, frame in pushed if topic == inbox and frame["type"] == "inbox"]
    assert [(row["status"], row["reason"]) for row in rows] == [("bot", None), ("waiting", "asked")]


def test_handed_off_stayed_in_the_thread_as_a_promise_for_ever(vera: cast.Visitor) -> None:
    """fazer-ai/agents #457: "a colleague will be with you" was the thread's last word."""
    vera.waits()
    system.alert_unanswered(THREE_MINUTES)
    assert kinds_seen(vera)[-1] == "unanswered"
    vera.does(f.CancelHandoff(cmid=cmid()))
    assert vera_sees(vera)[-1] == {"kind": "bot_resumed", "why": "cancelled"}
    assert vera.chat.status == "bot" and queries.place(vera.chat) is None
    assert queries.inbox_row(vera.chat).late_since is None


def test_the_chat_button_stayed_live_after_the_last_agent_left(vera: cast.Visitor, ana: cast.Agent) -> None:
    """Zammad #4970: visitors hung on "connecting" for ever."""
    ana.arrives()
    vera.waits()
    presence.leave(ana.membership, NOON)
    assert not queries.availability(vera.site, NOON).open and vera.chat.status == "waiting"
    system.alert_unanswered(THREE_MINUTES)
    vera.leaves_message(now=THREE_MINUTES)
    assert kinds_seen(vera)[-2:] == ["unanswered", "message_left"] and vera.chat.reference


def test_whoever_asks_after_the_last_agent_left_is_told_at_the_click(vera: cast.Visitor, ana: cast.Agent) -> None:
    """Zammad #4970, for the visitor who had the panel open since before."""
    ana.arrives()
    assert queries.availability(vera.site, NOON).open
    presence.leave(ana.membership, NOON)
    vera.asks_for_person()
    assert vera_sees(vera)[1]["agents_here"] is False


@pytest.mark.django_db(transaction=True)
def test_two_agents_took_the_same_chat(vera: cast.Visitor, ana: cast.Agent, ben: cast.Agent) -> None:
    """Rocket.Chat #22206: both answered the same person."""
    chat = vera.waits()
    at_once(lambda: ana.takes(chat), lambda: ben.takes(chat))
    outcomes = at_once(lambda: ana.writes(chat, "Ana"), lambda: ben.writes(chat, "Ben"))
    assert sum(isinstance(outcome, Refused) for outcome in outcomes) == 1
    assert kinds_seen(vera).count("agent_joined") == 1 and len(said(chat)) == 2


@pytest.mark.django_db(transaction=True)
def test_one_visitor_had_two_open_rooms(vera: cast.Visitor) -> None:
    """Rocket.Chat #38148: two tabs, two rooms, half of the words in each."""
    at_once(vera.asks_for_person, vera.asks_for_person, lambda: vera.says("Hello?"))
    assert vera.chats == 1 and len(queries.queue(vera.site)) == 1 and is_true(vera.chat)


def test_the_agent_gets_what_was_said_before(vera: cast.Visitor, ana: cast.Agent) -> None:
    """Chatwoot #5077: the person came, and asked everything again."""
    vera.says()
    bot_speaks(vera.chat)
    vera.asks_for_person()
    frame = queries.resume(vera.chat, None, Audience.AGENTS)
    packet = frame.events[-1].event  # type: ignore[union-attr]
    assert packet.question == cast.QUESTION and packet.tried[0].outcome == "answered"  # type: ignore[union-attr]
