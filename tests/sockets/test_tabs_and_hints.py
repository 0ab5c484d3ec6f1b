"""Several tabs of one visitor, and what is told without a seq: place, presence, typing, reading."""

from __future__ import annotations

from tests.sockets import stored
from tests.sockets.client import PROOF, Visitor
from tests.sockets.conftest import House, Start
from tests.sockets.test_story import talking, waiting


async def two_tabs(house: House) -> tuple[Visitor, Visitor]:
    """Both open before anything was said."""
    vera = await house.visitor().come()
    return vera, await house.visitor(credential=vera.credential).come()


async def test_a_tab_that_came_before_the_first_message_sees_it(house: House) -> None:
    vera, other = await two_tabs(house)
    await vera.writes("When are you open?")
    await other.sees("message", author_kind="visitor", text="When are you open?")
    await other.sees("message", author_kind="bot")


async def test_a_tab_that_comes_later_sees_everything(house: House) -> None:
    vera = await house.visitor().come()
    conversation = (await vera.writes("When are you open?"))["conversation"]
    await vera.sees("message", author_kind="bot")
    other = await house.visitor(credential=vera.credential, fresh=False).come()
    await other.sees("message", author_kind="bot")
    assert other.held == vera.held and conversation in other.held


async def test_both_tabs_may_write(house: House) -> None:
    vera, other = await two_tabs(house)
    first, second = await vera.writes("Where are you?"), await other.writes("When are you open?")
    assert first["conversation"] == second["conversation"]
    await vera.sees("message", text="When are you open?")
    await other.sees("message", text="Where are you?")


async def test_two_first_messages_at_once_make_one_conversation(house: House) -> None:
    vera, other = await two_tabs(house)
    for tab in (vera, other):
        await tab.sends(
            "send",
            text="Hello",
            disclosure=PROOF,
        )
    acks = [await tab.hears("ack") for tab in (vera, other)]
    assert acks[0]["conversation"] == acks[1]["conversation"]
    assert stored.texts(house.server, acks[0]["conversation"]).count("Hello") == 2


async def test_the_place_in_line_follows(start: Start) -> None:
    house = start()
    (vera, first), (other, second) = await waiting(house), await waiting(house)
    await vera.hears("queue", conversation=first, place=1)
    await other.hears("queue", conversation=second, place=2)
    ana = await house.agent("ana").come()
    await ana.takes(first)
    await other.hears("queue", conversation=second, place=1)


async def test_every_tab_is_told_the_place(house: House) -> None:
    vera, other = await two_tabs(house)
    conversation = await vera.asks_for_a_person()
    await vera.hears("queue", conversation=conversation)
    await other.hears("queue", conversation=conversation)


async def test_who_waits_is_told_the_place_again_after_reconnecting(house: House) -> None:
    vera, conversation = await waiting(house)
    await vera.drop()
    await vera.come()
    await vera.hears("queue", conversation=conversation)


async def test_availability_follows_who_is_here(fast_house: House) -> None:
    vera, olga = await fast_house.visitor().come(), await fast_house.agent("olga").come()
    await is_told(vera, "Olga Lindqvist", here=True)
    await olga.say({"type": "available", "on": False})
    await is_told(vera, "Olga Lindqvist", here=False)
    await olga.say({"type": "available", "on": True})
    await is_told(vera, "Olga Lindqvist", here=True)
    await olga.leave()
    await is_told(vera, "Olga Lindqvist", here=False)


async def is_told(vera: Visitor, name: str, *, here: bool) -> None:
    while True:
        availability = (await vera.hears("availability"))["availability"]
        assert availability["open"] == bool(availability["agents"])
        if (name in availability["agents"]) == here:
            return


async def test_colleagues_see_each_other_come(fast_house: House) -> None:
    house = fast_house
    ana = await house.agent("ana").come()
    await house.agent("ben").come()
    await ana.until(lambda: any(_here(frame, "Ben Okafor") for frame in ana.frames), "Ben is here")


def _here(frame: dict[str, object], name: str) -> bool:
    people = frame["colleagues"] if frame["type"] == "colleagues" else []
    return any(person["name"] == name and person["here"] for person in people)  # type: ignore[attr-defined]


async def test_agents_hear_that_the_site_closed_though_nobody_did_anything(fast_house: House) -> None:
    ana = await fast_house.agent("ana").come()
    await ana.hears("opening", open=True, opens_at=None)
    stored.rows(fast_house.server, "UPDATE chat_site SET hours = ?", '{"mon": []}')
    await ana.hears("opening", open=False, opens_at=None)
    stored.rows(fast_house.server, "UPDATE chat_site SET hours = '{}'")
    await ana.hears("opening", open=True)


async def test_typing_is_passed_on_at_most_once_a_second(house: House) -> None:
    vera, ana, conversation = await talking(house)
    for _ in range(20):
        await vera.say({"type": "typing"})
        await ana.say({"type": "typing", "conversation": conversation})
    await vera.hears("typing", author_kind="agent", name="Ana Moreno")
    await ana.hears("typing", author_kind="visitor")
    await ana.writes(conversation, "There.")
    await vera.sees("message", text="There.")
    assert [f for f in vera.frames if f["type"] == "typing" and f["author_kind"] == "agent"] == []


async def test_only_the_holders_typing_is_told(house: House) -> None:
    vera, ana, conversation = await talking(house)
    ben = await house.agent("ben").come()
    await ben.say({"type": "typing", "conversation": conversation})
    await ben.hears("events", ref=await ben.resume(conversation))
    await ana.writes(conversation, "There.")
    await vera.sees("message", text="There.")
    assert [f for f in vera.frames if f["type"] == "typing"] == []


async def test_reading_rises_and_is_told(house: House) -> None:
    vera, ana, conversation = await talking(house)
    await ana.say({"type": "read", "conversation": conversation, "seq": 4})
    await vera.hears("read", author_kind="agent", seq=4)
    await ana.say({"type": "read", "conversation": conversation, "seq": 2})
    await ana.say({"type": "read", "conversation": conversation, "seq": 10_000})
    await vera.say({"type": "read", "seq": 3})
    await ana.hears("read", author_kind="visitor", seq=3)
    assert [f["seq"] for f in vera.frames if f["type"] == "read" and f["author_kind"] == "agent" and f["seq"]] == []
