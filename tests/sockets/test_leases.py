"""Beats and leases, twenty times faster: who is silent is gone, and gone agents' chats wait again."""

from __future__ import annotations

from tests.sockets.client import Agent, Visitor
from tests.sockets.conftest import House
from tests.sockets.test_story import talking


async def left_alone(house: House) -> tuple[Visitor, Agent, str]:
    """Ana's console dies in mid-chat, and its lease runs out."""
    vera, ana, conversation = await talking(house)
    await ana.drop()
    await vera.sees("agent_left", why="lost")
    await vera.hears("queue", conversation=conversation)
    return vera, ana, conversation


async def test_who_answers_no_beat_is_closed(fast_house: House) -> None:
    vera, ana = await fast_house.visitor().come(), await fast_house.agent("ana").come()
    vera.answers_beats = ana.answers_beats = False
    assert [await vera.gone(within=4), await ana.gone(within=4)] == [4010, 4010]
    assert (await vera.hears("bye"))["retry_after"] == 0


async def test_who_answers_beats_stays(fast_house: House) -> None:
    vera = await fast_house.visitor().come()
    for _ in range(4):
        await vera.hears("beat")
    assert await vera.is_refused({"type": "x"}) == "unknown_type"


async def test_beats_carry_the_tops(fast_house: House) -> None:
    vera, ana, conversation = await talking(fast_house)
    await ana.hears("beat", tops={conversation: 4})
    await vera.hears("beat", tops={conversation: 4}, rev=None)


async def test_a_lost_agents_chat_waits_again_and_a_colleague_sees_all(fast_house: House) -> None:
    vera, _, conversation = await left_alone(fast_house)
    ben = await fast_house.agent("ben").come()
    await ben.opens(conversation)
    assert (await ben.takes(conversation))["type"] == "ack"
    await vera.until(lambda: vera.last(conversation) == ben.last(conversation) == 6)
    assert [e["seq"] for e in ben.held[conversation]] == list(range(1, ben.last(conversation) + 1))


async def test_nobody_took_it_so_it_is_hers_again(fast_house: House) -> None:
    vera, ana, conversation = await left_alone(fast_house)
    await ana.come()
    await ana.until(lambda: ana.last(conversation) == 6)
    assert vera.held[conversation][-1]["event"]["kind"] == "agent_joined"
    await ana.writes(conversation, "Here again.")
    await vera.sees("message", text="Here again.")


async def test_a_colleague_took_it_so_it_stays_taken(fast_house: House) -> None:
    _, ana, conversation = await left_alone(fast_house)
    ben = await fast_house.agent("ben").come()
    await ben.takes(conversation)
    await ana.come()
    assert (await ana.takes(conversation))["by"] == "Ben Okafor"


async def test_a_short_absence_costs_nothing(fast_house: House) -> None:
    vera, ana, conversation = await talking(fast_house)
    await ana.drop()
    await ana.come()
    await ana.writes(conversation, "Only a tunnel.")
    await vera.sees("message", text="Only a tunnel.")
    assert [e["event"]["kind"] for e in vera.held[conversation]].count("agent_left") == 0
