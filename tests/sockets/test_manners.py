"""The bot's manners, as a visitor meets them: one chat each, with the real server."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sockets import stored
from tests.sockets.client import Visitor
from tests.sockets.conftest import House, Start

OPEN = "When are you open?"
WHERE = "Where are you, and how do I get there?"


async def hears(vera: Visitor, text: str) -> dict[str, Any]:
    """What the bot says to it. The first message of a chat comes after the disclosure."""
    seq = max(2, (await vera.writes(text))["seq"])
    return await vera.sees("message", author_kind="bot", in_reply_to=seq)


async def test_an_answer_that_helped_and_one_that_did_not(house: House) -> None:
    vera = await house.visitor().come()
    await hears(vera, OPEN)
    assert (await vera.does("rate", seq=4, helped=True))["type"] == "ack"
    await vera.sees("answer_rated", message_seq=4, helped=True)
    assert (await vera.does("rate", seq=4, helped=False))["type"] == "ack"
    await vera.sees("handoff_requested", notice="bot_cannot")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("hi", "bot_greeting"),
        ("Guten Tag", "bot_greeting"),
        ("thank you so much", "bot_thanks"),
        ("bye", "bot_goodbye"),
        ("are you a bot?", "bot_identity"),
        ("am I talking to a real person?", "bot_identity"),
    ],
)
async def test_small_talk_is_short_and_true(house: House, text: str, code: str) -> None:
    vera = await house.visitor().come()
    assert (await hears(vera, text))["code"] == code


async def test_two_questions_are_both_offered_and_both_answered(house: House) -> None:
    vera = await house.visitor().come()
    said = await hears(vera, f"{OPEN} {WHERE}")
    assert (said["code"], [choice["title"] for choice in said["choices"]]) == ("bot_several", [OPEN, WHERE])
    for title in (OPEN, WHERE):
        assert (await hears(vera, title))["source"]["title"] == title


async def test_each_of_what_was_offered_is_answered_when_it_is_chosen(house: House) -> None:
    for number in (0, 1):
        vera = await house.visitor().come()
        said = await hears(vera, "cancel workshop")
        title = said["choices"][number]["title"]
        assert (await hears(vera, title))["source"]["title"] == title


async def test_none_of_these_goes_to_a_person(house: House) -> None:
    vera = await house.visitor().come()
    assert (await hears(vera, "cancel workshop"))["code"] == "bot_unsure"
    await vera.writes("None of these")
    await vera.sees("handoff_requested", notice="bot_cannot")


@pytest.mark.parametrize("again", [OPEN, "when are you open", "opening hours?"])
async def test_the_same_question_again_goes_to_a_person(house: House, again: str) -> None:
    vera = await house.visitor().come()
    await hears(vera, OPEN)
    await vera.writes(again)
    await vera.sees("handoff_requested", notice="bot_cannot")
    answers = [event for event in vera.held[str(vera.conversation)] if event["event"].get("source")]
    assert len(answers) == 1


async def test_outside_hours_it_is_said_before_anyone_waits(start: Start) -> None:
    house = start()
    stored.rows(house.server, "UPDATE chat_site SET hours = ?", '{"mon": []}')
    ana = await house.agent("ana").come()
    await ana.say({"type": "available", "on": True})
    vera = await house.visitor().come()
    assert vera.welcome["availability"]["open"] is False
    assert (await hears(vera, OPEN))["source"]
    await vera.asks_for_a_person()
    await vera.sees("handoff_requested", agents_here=False)
    assert (await vera.does("leave_message", email="vera@example.org"))["type"] == "ack"
