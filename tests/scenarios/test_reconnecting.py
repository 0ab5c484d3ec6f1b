"""What was missed between two connections, one story each."""

from __future__ import annotations

from typing import Any

import httpx

from tests.sockets import stored
from tests.sockets.client import Agent, Frame, new_cmid
from tests.sockets.conftest import House
from tests.sockets.test_story import talking, waiting

WRITTEN_AT_NIGHT = ["Is anybody there?", "My kiln smokes.", "I'll be here tomorrow."]


async def inbox(agent: Agent, cursor: Frame | None = None) -> Frame:
    """The answer to the agent's question for what changed since ``cursor``."""
    await agent.say({"type": "inbox", "ref": 77, "cursor": cursor})
    return await agent.hears("inbox", ref=77)


def cursor_of(frame: Frame) -> Frame:
    return {"rev": frame["rev"], "id": frame["id"]}


def merged(*frames: Frame) -> dict[str, Any]:
    rows = {row["conversation"]: row for frame in frames for row in frame["rows"]}
    return {key: row for key, row in rows.items() if row["status"] != "closed" or row["reference"]}


async def test_the_console_missed_a_colleagues_reply_and_two_answers_went_out(house: House) -> None:
    """Chatwoot #14934, #3916, #6411: after a reconnect a colleague's reply was missing, so a second one was sent."""
    vera, ana, conversation = await talking(house)
    ben = await house.agent("ben").come()
    await ben.opens(conversation)
    await ben.drop()
    await ana.writes(conversation, "We open at ten.")
    await ben.come()
    await ben.sees("message", text="We open at ten.")
    assert (await ben.does("send", conversation=conversation, text="At ten."))["code"] == "not_yours"
    await vera.sees("message", text="We open at ten.")
    assert stored.texts(house.server, conversation) == ["We open at ten."]


async def test_the_reply_was_sent_and_the_console_never_heard_that_it_was(house: House) -> None:
    """Chatwoot #3916: sent again after the reconnect, it arrived twice."""
    _, ana, conversation = await talking(house)
    reply = {"type": "send", "cmid": new_cmid(), "conversation": conversation, "text": "We open at ten."}
    await ana.say(reply)
    first = await ana.hears("ack", cmid=reply["cmid"])
    ana.outbox[reply["cmid"]] = reply  # as if that had not arrived
    await ana.drop()
    await ana.come()
    assert (await ana.hears("ack", cmid=reply["cmid"]))["seq"] == first["seq"]
    assert stored.texts(house.server, conversation) == ["We open at ten."]


async def test_the_inbox_after_a_reconnect_showed_what_had_been(house: House) -> None:
    """Chatwoot #6411: chats taken, closed or new meanwhile stood in the list as before."""
    _, ana, taken = await talking(house)
    _, left = await waiting(house)
    ben = await house.agent("ben").come()
    before = await inbox(ben)
    await ben.drop()
    await ana.does("resolve", conversation=taken)
    await ana.takes(left)
    _, new = await waiting(house)
    await ben.come()
    after, whole = await inbox(ben, cursor_of(before)), await inbox(ben)
    assert not after["reset"] and merged(before, after) == merged(whole)
    assert merged(whole)[new]["status"] == "waiting" and merged(whole)[left]["agent"]["name"] == "Ana Moreno"
    assert taken not in merged(before, after)


async def test_what_was_written_while_agents_were_offline_never_reached_them(house: House) -> None:
    """Rocket.Chat #34837: sent at night, gone in the morning."""
    vera = await house.visitor(site="other").come()
    charlie = await house.agent("charlie").come()
    evening = await inbox(charlie)
    await charlie.leave()
    conversation = await vera.asks_for_a_person()
    for text in WRITTEN_AT_NIGHT:
        await vera.writes(text)
    await charlie.come()
    row = merged(await inbox(charlie, cursor_of(evening)))[conversation]
    await charlie.opens(conversation)
    assert (row["status"], row["preview"]["text"]) == ("waiting", WRITTEN_AT_NIGHT[-1])
    heard = [event["event"].get("text") for event in charlie.held[conversation]]
    assert [text for text in heard if text] == WRITTEN_AT_NIGHT


async def test_a_reply_of_the_night_waits_for_the_visitor(house: House) -> None:
    """Rocket.Chat #34837, the other way round: answered while she was away, it is there when she comes back."""
    vera, ana, conversation = await talking(house)
    await vera.drop()
    await ana.writes(conversation, "Your parcel is in Leeds.")
    await vera.come()
    await vera.sees("message", author_kind="agent", text="Your parcel is in Leeds.")


async def test_the_session_token_stood_in_the_servers_log(house: House) -> None:
    """Chatwoot #15775: a token in an address is a token in every log on the way."""
    vera, _ = await waiting(house)
    async with httpx.AsyncClient(base_url=house.server.url) as browser:
        bearer = {"Authorization": f"Bearer {vera.credential}"}
        answer = await browser.get("/api/v1/visitor/events/", params={"site": vera.site}, headers=bearer)
    assert answer.status_code == 200 and vera.credential not in answer.text
    log = stored.log_of(house.server)
    assert "Candid listens" in log and vera.credential not in log
