"""The server dies with work in its hands: nothing acknowledged is lost, nothing is doubled."""

from __future__ import annotations

import asyncio

import pytest

from tests.sockets import stored
from tests.sockets.client import PROOF, Visitor
from tests.sockets.conftest import House, Start

SERVERS = pytest.mark.parametrize("server", ["daphne", "uvicorn"])


async def crash(house: House) -> None:
    """As a power cut would; then the next start."""
    house.server.kill9()
    for guest in house.guests:
        await guest.gone()
    await asyncio.to_thread(house.server.start)


async def starts_sending(vera: Visitor, count: int) -> list[str]:
    """Many messages on their way at once, none of them awaited."""
    texts = [f"{vera.credential[:6]} {number}" for number in range(count)]
    for text in texts:
        await vera.sends("send", text=text, disclosure=PROOF)
    return texts


@SERVERS
async def test_sends_in_flight_at_a_crash_arrive_once(start: Start, server: str) -> None:
    house = start(arguments=("--server", server))
    veras = [await house.visitor().come() for _ in range(5)]
    sent = [await starts_sending(vera, 10) for vera in veras]
    await veras[0].hears("ack")
    await crash(house)
    for vera, texts in zip(veras, sent, strict=True):
        await vera.come()
        await vera.is_answered()
        assert await same_as_the_database(house, vera) >= set(texts)


async def same_as_the_database(house: House, vera: Visitor) -> set[str]:
    """The words, after seeing that they are the database's: numbered without gaps, none of the visitor's twice."""
    [conversation] = vera.held
    said = stored.events(house.server, conversation)
    assert [seq for seq, _, _ in said] == list(range(1, len(said) + 1))
    await vera.until(lambda: vera.last(conversation) == len(said), "all events")
    messages = [event["event"] for event in vera.held[conversation] if event["event"]["kind"] == "message"]
    assert [message["text"] for message in messages] == stored.texts(house.server, conversation)
    mine = [message["text"] for message in messages if message["author_kind"] == "visitor"]
    assert len(mine) == len(set(mine))
    return set(mine)


async def test_the_bots_turn_survives_a_crash(start: Start) -> None:
    house = start()
    veras = [await house.visitor().come() for _ in range(5)]
    for vera in veras:
        await vera.sends("send", text="When are you open?", disclosure=PROOF)
    for vera in veras:
        await vera.hears("ack")
    house.server.kill9()
    assert stored.rows(house.server, "SELECT count(*) FROM chat_botturnowed") != [(0,)]
    house.server.start()
    for vera in veras:
        vera.fresh = False
        await vera.come()
        await vera.sees("message", author_kind="bot")
    turns = stored.rows(
        house.server, "SELECT count(*) FROM chat_event WHERE kind = 'bot_turn' GROUP BY conversation_id"
    )
    assert turns == [(1,)] * 5


async def test_what_was_acknowledged_is_answered_alike_after_a_crash(start: Start) -> None:
    house = start()
    vera = await house.visitor().come()
    cmid = await vera.sends("send", text="Hello", disclosure=PROOF)
    first = await vera.hears("ack", cmid=cmid)
    await crash(house)
    await vera.come()
    await vera.say({"type": "send", "cmid": cmid, "text": "Hello", "disclosure": PROOF})
    assert await vera.hears("ack", cmid=cmid) == first
    assert await vera.is_refused({"type": "send", "cmid": cmid, "text": "Bye"}) == "cmid_conflict"
