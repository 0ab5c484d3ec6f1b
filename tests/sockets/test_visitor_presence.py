"""Agents see at once whether the visitor still reads, and everybody that nobody has answered."""

from __future__ import annotations

import httpx

from tests.sockets import stored
from tests.sockets.client import PROOF, Agent, Visitor, new_cmid
from tests.sockets.conftest import FAST, House, Start
from tests.sockets.test_story import talking, waiting


async def is_here(ana: Agent, conversation: str, *, here: bool) -> None:
    await ana.hears("visitor_presence", conversation=conversation, here=here, email=None)


async def test_who_has_only_just_begun_is_here(house: House) -> None:
    _, conversation = await waiting(house)
    ana = await house.agent("ana").come()
    await ana.opens(conversation)
    await is_here(ana, conversation, here=True)


async def test_closing_the_page_and_coming_back(house: House) -> None:
    vera, ana, conversation = await talking(house)
    await is_here(ana, conversation, here=True)
    await vera.leave()
    await is_here(ana, conversation, here=False)
    await vera.come()
    await is_here(ana, conversation, here=True)


async def test_a_lost_network_too(house: House) -> None:
    vera, ana, conversation = await talking(house)
    await vera.drop()
    await is_here(ana, conversation, here=False)


async def test_as_long_as_one_tab_is_open_she_is_here(house: House) -> None:
    vera, ana, conversation = await talking(house)
    other: Visitor = await house.visitor(credential=vera.credential, fresh=False).come()
    await is_here(ana, conversation, here=True)
    await vera.leave()
    await other.writes("I am still here.")
    await ana.sees("message", text="I am still here.")
    assert [frame for frame in ana.frames if frame["type"] == "visitor_presence"] == []
    await other.leave()
    await is_here(ana, conversation, here=False)


async def test_who_polls_is_here_until_she_stops(start: Start) -> None:
    house = start(settings=FAST)
    vera, ana = house.visitor(), await house.agent("ana").come()
    bearer = {"Authorization": f"Bearer {vera.credential}", "X-Candid-Fresh": "1"}
    asks = {"type": "ask_person", "cmid": new_cmid(), "disclosure": PROOF}
    async with httpx.AsyncClient(base_url=house.server.url, params={"site": vera.site}, headers=bearer) as browser:
        acks = (await browser.post("/api/v1/visitor/commands/", json=asks)).json()["frames"]
        await ana.opens(acks[0]["conversation"])
        await is_here(ana, acks[0]["conversation"], here=True)
        await is_here(ana, acks[0]["conversation"], here=False)
        await browser.get("/api/v1/visitor/events/")
        await is_here(ana, acks[0]["conversation"], here=True)


async def test_who_left_is_in_nobodys_way_and_comes_back_to_the_old_place(start: Start) -> None:
    house = start()
    first, _ = await waiting(house)
    second, _ = await waiting(house)
    await second.hears("queue", place=2)
    await first.leave()
    await second.hears("queue", place=1)
    await first.come()
    await second.hears("queue", place=2)


async def test_who_left_is_known_before_the_line_is(start: Start) -> None:
    house = start()
    ana = await house.agent("ana").come()
    vera, conversation = await waiting(house)
    await vera.leave()
    await is_here(ana, conversation, here=False)
    ben = await house.agent("ben").come()
    await ben.say({"type": "inbox", "ref": 1, "cursor": None})
    await ben.until(lambda: any(frame["type"] == "inbox" for frame in ben.frames), "the inbox")
    told = [frame["type"] for frame in ben.frames if frame["type"] in ("visitor_presence", "inbox")]
    assert told == ["visitor_presence", "inbox"]


async def test_charlie_hears_nothing_of_it(house: House) -> None:
    charlie = await house.agent("charlie").come()
    vera, conversation = await waiting(house)
    await charlie.resume(conversation)
    await charlie.hears("refused", code="not_found")
    await vera.leave()
    assert not [frame for frame in charlie.frames if conversation in str(frame)]


async def test_three_minutes_of_silence_are_told_to_both_sides(house: House) -> None:
    vera, ana, conversation = await talking(house)
    let_pass_three_minutes(house, conversation)
    assert (await vera.sees("unanswered"))["since"] == (await ana.sees("unanswered"))["since"]
    late = await ana.until(lambda: next((row for row in _rows(ana, conversation) if row["late_since"]), None))
    await ana.writes(conversation, "Sorry, here I am.")
    assert late["status"] == "human"
    await ana.until(lambda: _rows(ana, conversation)[-1]["late_since"] is None)


def let_pass_three_minutes(house: House, conversation: str) -> None:
    past = "2026-01-01T12:00:00Z"
    stored.rows(
        house.server,
        "UPDATE chat_conversation SET unanswered_since = ?, fold = json_set(fold, '$.unanswered_since', ?)"
        " WHERE public_id = ?",
        past.replace("T", " ").rstrip("Z"),
        past,
        conversation.replace("-", ""),
    )


def _rows(ana: Agent, conversation: str) -> list[dict[str, object]]:
    pushed = [row for frame in ana.frames if frame["type"] == "inbox" for row in frame["rows"]]
    return [row for row in pushed if row["conversation"] == conversation]


async def test_who_waits_knows_that_the_last_agent_left(start: Start) -> None:
    house = start(settings=FAST)
    ana = await house.agent("ana").come()
    vera, conversation = await waiting(house)
    await vera.sees("handoff_requested", agents_here=True)
    await ana.leave()
    await vera.hears(
        "availability", availability={"open": False, "agents": [], "back_at": None, "wait": None, "people_first": False}
    )
    let_pass_three_minutes(house, conversation)
    await vera.sees("unanswered")
    assert (await vera.does("leave_message", email="vera@example.org"))["type"] == "ack"
