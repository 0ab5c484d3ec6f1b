"""The bot's turn follows the committed event: given once, in time, or a person is asked."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.utils import timezone
from msgspec import json

from chat.actions.folds import Folds
from chat.actions.turns import Turn
from chat.bot import responder, runner, thinking
from chat.bot.known import Known
from chat.bot.responder import Question
from chat.bot.runner import BotRunner, claim
from chat.delivery import topics
from chat.delivery.fanout import fanout
from chat.delivery.writer import Writer
from chat.domain.commands import BotReplies
from chat.models import BotTurnOwed, Conversation
from tests import cast
from tests.cast import ANSWER, MINUTE, NOON, QUESTION, at_once, is_true, kinds, said

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.contract]

Think = Callable[[Question, Known], BotReplies]


def give(*turns: BotTurnOwed, pick_up: bool = False) -> None:
    """Begin these turns together, as their commits would, and let them and what follows from them end."""

    pushes = [frame_of(turn) for turn in turns]

    async def run() -> None:
        writer = Writer()
        bot = BotRunner(writer)
        fanout.start()
        writer.start()
        await bot.start()
        for frame in pushes:
            bot.push(topics.BOT_TURNS, frame)
        if pick_up:
            await bot.pick_up()
        while bot._tasks:
            await asyncio.wait(bot._tasks)
        await bot.stop()
        await writer.stop()
        await fanout.stop()

    asyncio.run(run())


def frame_of(turn: BotTurnOwed) -> bytes:
    """As the commit pushed it that made the bot owe this turn."""
    message = turn.conversation.events.get(seq=turn.seq)
    return json.encode(Turn.of(message))


def owed(chat: Conversation) -> list[BotTurnOwed]:
    return list(chat.turns_owed.order_by("seq"))


@pytest.fixture
def thinks(monkeypatch: pytest.MonkeyPatch) -> Callable[[Think], None]:
    return lambda think: monkeypatch.setattr(thinking, "think_about", think)


@pytest.fixture
def hanging(monkeypatch: pytest.MonkeyPatch, thinks: Callable[[Think], None]) -> Iterator[None]:
    """A bot that thinks until the test is over."""
    over = threading.Event()
    monkeypatch.setattr(thinking, "PATIENCE", 0.1)

    def think(question: Question, known: Known) -> Any:
        over.wait(20)

    thinks(think)
    yield
    over.set()


def test_it_answers_from_the_faq_and_shows_agents_how_it_decided(vera: cast.Visitor) -> None:
    vera.says()
    give(*owed(vera.chat))
    assert said(vera.chat) == [QUESTION, ANSWER] and not owed(vera.chat)
    assert kinds(vera.chat)[2:] == ["bot_turn", "message"] and is_true(vera.chat)


def test_who_asks_for_a_person_in_words_gets_one(vera: cast.Visitor) -> None:
    vera.says("Can I talk to a real person please?")
    give(*owed(vera.chat))
    state = vera.chat.state
    assert (state.status, state.reason) == ("waiting", "asked") and is_true(vera.chat)


def test_two_failures_are_a_handoff(vera: cast.Visitor) -> None:
    for question in ("Do you repair tractors?", "Which submarine is the fastest?"):
        vera.says(question)
        give(*owed(vera.chat))
    assert vera.chat.state.reason == "no_answer" and vera.chat.status == "waiting"


def test_a_bot_that_raises_is_a_handoff(vera: cast.Visitor, thinks: Callable[[Think], None]) -> None:
    def think(question: Question, known: Known) -> BotReplies:
        raise ZeroDivisionError

    thinks(think)
    vera.says()
    give(*owed(vera.chat))
    assert vera.chat.state.reason == "bot_error" and said(vera.chat)[-1] == "bot_failed"


def test_an_answer_is_stored_by_the_writer(vera: cast.Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "_reply", lambda *turn: pytest.fail("by the plain path"))
    vera.says()
    give(*owed(vera.chat))
    assert said(vera.chat) == [QUESTION, ANSWER] and not owed(vera.chat) and is_true(vera.chat)


def test_what_another_process_did_meanwhile_is_read_first(
    vera: cast.Visitor, ana: cast.Agent, monkeypatch: pytest.MonkeyPatch
) -> None:
    vera.says()
    turn = owed(vera.chat)[0]
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr("chat.actions.store.folds", Folds())
        ana.takes(vera.chat)
        ana.lets_bot(vera.chat)
        vera.says("Good morning")
    give(turn, *owed(vera.chat))
    assert said(vera.chat) == [QUESTION, "Good morning", "bot_greeting"] and is_true(vera.chat)


@pytest.mark.usefixtures("hanging")
def test_a_bot_that_takes_too_long_is_a_handoff(vera: cast.Visitor) -> None:
    vera.says()
    give(*owed(vera.chat))
    assert vera.chat.state.reason == "bot_error" and not owed(vera.chat)


def test_however_often_a_turn_is_given_it_counts_once(vera: cast.Visitor) -> None:
    vera.says()
    turn = owed(vera.chat)[0]
    give(turn, turn)
    give(turn)
    assert said(vera.chat) == [QUESTION, ANSWER]


def test_two_processes_give_one_answer(vera: cast.Visitor) -> None:
    vera.says()
    turn = owed(vera.chat)[0]
    at_once(lambda: give(turn), lambda: give(turn))
    assert said(vera.chat) == [QUESTION, ANSWER] and is_true(vera.chat)


def test_the_bot_is_silent_once_a_person_was_asked_for(vera: cast.Visitor, thinks: Callable[[Think], None]) -> None:
    def think(question: Question, known: Known) -> BotReplies:
        reply = responder.think_about(question, known)
        vera.asks_for_person()
        return reply

    thinks(think)
    vera.says()
    give(*owed(vera.chat))
    assert said(vera.chat) == [QUESTION] and not owed(vera.chat)


def test_turns_of_one_chat_are_given_in_order_and_one_at_a_time(
    vera: cast.Visitor, thinks: Callable[[Think], None]
) -> None:
    busy, two_at_once = threading.Lock(), threading.Event()

    def think(question: Question, known: Known) -> BotReplies:
        if not busy.acquire(blocking=False):
            two_at_once.set()
        if question.seq == 3:
            vera.says("Who are you?")
            two_at_once.wait(0.2)
        reply = responder.think_about(question, known)
        busy.release()
        return reply

    thinks(think)
    vera.says("Good morning")
    vera.says("Good evening")
    give(*owed(vera.chat))
    assert not two_at_once.is_set() and not owed(vera.chat)
    assert [turn.body["in_reply_to"] for turn in vera.chat.events.filter(kind="bot_turn")] == [2, 3, 6]


# --- after a crash ---------------------------------------------------------------------------------------------------
def test_a_turn_whose_process_died_is_given_when_its_lease_ran_out(vera: cast.Visitor) -> None:
    vera.says(now=timezone.now())
    give(pick_up=True)
    assert said(vera.chat) == [QUESTION]
    BotTurnOwed.objects.update(lease_until=timezone.now())
    give(pick_up=True)
    assert said(vera.chat) == [QUESTION, ANSWER]


def test_a_process_that_is_alone_need_not_wait_for_leases(vera: cast.Visitor) -> None:
    vera.says(now=timezone.now())
    runner.release_leases()
    give(pick_up=True)
    assert said(vera.chat) == [QUESTION, ANSWER]


def test_a_turn_is_claimed_by_exactly_one(vera: cast.Visitor) -> None:
    vera.says()
    claims = at_once(*[lambda: claim(NOON + MINUTE)] * 4)
    assert sorted(map(len, claims)) == [0, 0, 0, 1]


def test_a_turn_that_kills_its_process_goes_to_a_person(vera: cast.Visitor) -> None:
    vera.says(now=timezone.now())
    BotTurnOwed.objects.update(attempts=runner.MAX_ATTEMPTS, lease_until=None)
    give(pick_up=True)
    assert vera.chat.state.reason == "bot_error"
