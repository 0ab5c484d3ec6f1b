"""From a position: all that follows, or ``reset``. Never a part."""

from __future__ import annotations

import pytest

from tests.sockets import stored
from tests.sockets.client import Client, Frame
from tests.sockets.conftest import House
from tests.sockets.test_story import talking, waiting


async def resumed(client: Client, conversation: str | None, cursor: Frame | None) -> Frame:
    await client.say({"type": "resume", "ref": 7777, "conversation": conversation, "cursor": cursor})
    return await client.until(lambda: next((f for f in client.frames if f.get("ref") == 7777), None))  # type: ignore[no-any-return]


def cursor_at(client: Client, conversation: str, seq: int) -> Frame:
    event = client.held[conversation][seq - 1]
    return {name: event[name] for name in ("epoch", "seq", "id")}


async def test_more_than_one_page(house: House) -> None:
    vera, conversation = await waiting(house)
    for number in range(230):
        await vera.sends("send", text=str(number))
    await vera.is_answered()
    other = await house.visitor(credential=vera.credential, fresh=False).come()
    page = await other.hears("events", more=True)
    assert [event["seq"] for event in page["events"]] == list(range(1, 201))
    await other.until(lambda: other.last(conversation) == 233)
    assert [e["event"].get("text") for e in other.held[conversation][3:]] == [str(number) for number in range(230)]


@pytest.mark.parametrize("shared", ["daphne", "uvicorn"], indirect=True)
async def test_an_answer_may_be_longer_than_any_frame_from_a_client(house: House) -> None:
    vera, conversation = await waiting(house)
    for _ in range(20):
        await vera.sends("send", text="x" * 10_000)
    await vera.is_answered()
    other = await house.visitor(credential=vera.credential, fresh=False).come()
    await other.until(lambda: other.last(conversation) == 23)


async def test_more_text_than_a_sockets_buffer_holds(house: House) -> None:
    vera, conversation = await waiting(house)
    for _ in range(70):
        await vera.does("send", text="x" * 10_000)
    other = await house.visitor(credential=vera.credential, fresh=False).come()
    await other.until(lambda: other.last(conversation) == 73)


async def test_from_each_position_all_that_follows(house: House) -> None:
    vera, _, conversation = await talking(house)
    await vera.sees("agent_joined")
    top = vera.last(conversation)
    for seq in range(1, top + 1):
        answer = await resumed(vera, conversation, cursor_at(vera, conversation, seq))
        assert [event["seq"] for event in answer["events"]] == list(range(seq + 1, top + 1))
        vera.frames.remove(answer)


@pytest.mark.parametrize("change", [{"epoch": 2}, {"id": "another"}, {"seq": 2}, {"seq": 4000}])
async def test_a_cursor_of_another_history_is_reset(house: House, change: Frame) -> None:
    vera, conversation = await waiting(house)
    await vera.sees("handoff_requested")
    foreign = {**cursor_at(vera, conversation, 1), **change}
    assert (await resumed(vera, conversation, foreign))["type"] == "reset"
    assert (await resumed(vera, None, None))["conversation"] == conversation


async def test_nothing_to_resume(house: House) -> None:
    vera = await house.visitor().come()
    assert await vera.is_refused({"type": "resume", "ref": 1}) == "not_found"


async def test_an_erased_conversation_is_reset_and_read_anew(house: House) -> None:
    vera, conversation = await waiting(house)
    await vera.sees("handoff_requested")
    key = conversation.replace("-", "")
    stored.rows(house.server, "UPDATE chat_conversation SET epoch = 2 WHERE public_id = ?", key)
    await vera.resume(conversation)
    await vera.hears("reset")
    await vera.until(lambda: vera.last(conversation) == 3)
    assert {event["epoch"] for event in vera.held[conversation]} == {2}


async def test_the_inbox_resumes_from_its_cursor(house: House) -> None:
    ana = await house.agent("ana").come()
    await ana.say({"type": "inbox", "ref": 1})
    whole = await ana.hears("inbox", ref=1)
    assert whole["reset"] is True
    _, conversation = await waiting(house)
    cursor = {"rev": whole["rev"], "id": whole["id"]}
    await ana.say({"type": "inbox", "ref": 2, "cursor": cursor})
    changed = await ana.hears("inbox", ref=2)
    assert [row["conversation"] for row in changed["rows"] if row["rev"] > whole["rev"]] == [conversation]
    assert changed["reset"] is False and changed["rev"] > whole["rev"]


async def test_an_inbox_cursor_of_another_history_is_reset(house: House) -> None:
    await waiting(house)
    ana = await house.agent("ana").come()
    await ana.say({"type": "inbox", "ref": 1, "cursor": {"rev": 1, "id": "another"}})
    assert (await ana.hears("inbox", ref=1))["reset"] is True


async def test_inbox_numbers_have_no_gaps(house: House) -> None:
    ana = await house.agent("ana").come()
    vera, conversation = await waiting(house)
    await ana.takes(conversation)
    await ana.does("resolve", conversation=conversation)
    await vera.sees("conversation_closed")
    revs = [(await ana.hears("inbox", ref=None))["rev"] for _ in range(3)]
    assert revs == list(range(revs[0], revs[0] + 3))
