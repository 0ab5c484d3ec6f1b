"""The story over sockets: a question, the bot, a person, and what each side sees of it."""

from __future__ import annotations

import asyncio
import time

from tests.sockets import stored
from tests.sockets.client import PROOF, Agent, Visitor
from tests.sockets.conftest import House


async def waiting(house: House) -> tuple[Visitor, str]:
    vera = await house.visitor().come()
    return vera, await vera.asks_for_a_person()


async def talking(house: House) -> tuple[Visitor, Agent, str]:
    """Vera and Ana, and the conversation that Ana has taken."""
    vera, conversation = await waiting(house)
    ana = await house.agent("ana").come()
    await ana.opens(conversation)
    assert (await ana.takes(conversation))["type"] == "ack"
    return vera, ana, conversation


async def test_the_bot_answers_from_the_faq_within_a_second(house: House) -> None:
    vera = await house.visitor().come()
    await vera.writes("When are you open?")
    asked = time.monotonic()
    answer = await vera.sees("message", author_kind="bot")
    assert time.monotonic() - asked < 1
    assert answer["source"]["title"] and answer["text"] and answer["in_reply_to"] == 2


async def test_disclosure_is_the_first_event(house: House) -> None:
    vera = await house.visitor().come()
    ack = await vera.writes("When are you open?")
    await vera.sees("message", author_kind="bot")
    kinds = [event["event"]["kind"] for event in vera.held[ack["conversation"]]]
    assert ack["seq"] == 1 and kinds == ["disclosure_shown", "message", "hidden", "message"]


async def test_nothing_starts_without_disclosure(house: House) -> None:
    vera = await house.visitor().come()
    assert (await vera.does("send", text="Hello"))["code"] == "disclosure_missing"
    unknown = {**PROOF, "text_version": "never"}
    assert (await vera.does("send", text="Hello", disclosure=unknown))["code"] == "disclosure_missing"
    assert (await vera.writes("Hello"))["seq"] == 1


async def test_plain_words_bring_a_person_and_the_agent_reads_why(house: House) -> None:
    vera, ana = await house.visitor().come(), await house.agent("ana").come()
    await vera.writes("When are you open?")
    await vera.sees("message", author_kind="bot")
    conversation = (await vera.writes("can I talk to someone"))["conversation"]
    await vera.sees("handoff_requested", notice="asked", agents_here=True)
    await ana.opens(conversation)
    packet = await ana.sees("handoff_packet", reason="asked")
    assert packet["quote"] and [tried["outcome"] for tried in packet["tried"]] == ["answered"]


async def test_the_waiting_visitor_appears_live(house: House) -> None:
    ana = await house.agent("ana").come()
    vera, conversation = await waiting(house)
    inbox = await ana.hears("inbox", ref=None)
    row = inbox["rows"][0]
    assert (row["conversation"], row["status"], row["reason"]) == (conversation, "waiting", "asked")
    await vera.hears("queue", conversation=conversation)


async def test_both_see_what_is_said(house: House) -> None:
    vera, ana, conversation = await talking(house)
    await vera.sees("agent_joined")
    await ana.writes(conversation, "Hello, Ana here.")
    await vera.writes("My mug is broken.")
    await vera.sees("message", author_kind="agent", text="Hello, Ana here.")
    await ana.sees("message", author_kind="visitor", text="My mug is broken.")


async def test_visitors_see_hidden_where_agents_read_more(house: House) -> None:
    vera, ana, conversation = await talking(house)
    await vera.sees("agent_joined")
    both = vera.held[conversation], ana.held[conversation]
    pairs = [(v["event"]["kind"], a["event"]["kind"]) for v, a in zip(*both, strict=False)]
    assert ("hidden", "handoff_packet") in pairs
    assert all(seen == real or seen == "hidden" for seen, real in pairs)
    assert "handoff_packet" not in str(vera.frames)


async def test_two_agents_take_at_once_and_one_wins(house: House) -> None:
    _, conversation = await waiting(house)
    ana, ben = await house.agent("ana").come(), await house.agent("ben").come()
    answers = await asyncio.gather(ana.takes(conversation), ben.takes(conversation))
    won, lost = sorted(answers, key=lambda answer: str(answer["type"]))
    assert (won["type"], lost["type"], lost["code"]) == ("ack", "refused", "taken")
    winner = "Ana Moreno" if answers[0] is won else "Ben Okafor"
    assert lost["by"] == winner
    joined = [body for _, kind, body in stored.events(house.server, conversation) if kind == "agent_joined"]
    assert [body["agent"]["name"] for body in joined] == [winner]


async def test_taking_ones_own_chat_again_changes_nothing(house: House) -> None:
    _, ana, conversation = await talking(house)
    top = len(stored.events(house.server, conversation))
    assert (await ana.takes(conversation))["seq"] == top
    assert len(stored.events(house.server, conversation)) == top


async def test_only_the_holder_replies(house: House) -> None:
    _, _, conversation = await talking(house)
    ben = await house.agent("ben").come()
    assert (await ben.does("send", conversation=conversation, text="Me too"))["code"] == "not_yours"
    assert (await ben.does("resolve", conversation=conversation))["code"] == "not_yours"


async def test_put_back_keeps_the_place(house: House) -> None:
    vera, ana, conversation = await talking(house)
    queued = (await ana.hears("inbox", ref=None))["rows"][0]["queued_at"]
    await ana.does("put_back", conversation=conversation)
    await vera.sees("agent_left", why="put_back")
    row = (await ana.until(lambda: next((f for f in ana.frames if _waits(f)), None)))["rows"][0]
    assert row["queued_at"] == queued


def _waits(frame: dict[str, object]) -> bool:
    return frame["type"] == "inbox" and frame["rows"][0]["status"] == "waiting"  # type: ignore[index]


async def test_the_agent_lets_the_bot_continue(house: House) -> None:
    vera, ana, conversation = await talking(house)
    await ana.does("let_bot", conversation=conversation)
    await vera.sees("bot_resumed", why="agent")
    await vera.writes("When are you open?")
    await vera.sees("message", author_kind="bot")


async def test_the_bot_is_silent_while_a_person_is_asked_for(house: House) -> None:
    vera, conversation = await waiting(house)
    await vera.writes("When are you open?")
    assert stored.rows(house.server, "SELECT count(*) FROM chat_botturnowed") == [(0,)]
    await vera.does("cancel_handoff")
    await vera.sees("bot_resumed", why="cancelled")
    await vera.writes("Where are you?")
    answer = await vera.sees("message", author_kind="bot")
    assert answer["in_reply_to"] == stored.events(house.server, conversation)[-1][0] - 2


async def test_resolve_says_goodbye_and_closes(house: House) -> None:
    vera, ana, conversation = await talking(house)
    await ana.does("resolve", conversation=conversation, goodbye="Enjoy your mug.")
    await vera.sees("message", author_kind="agent", text="Enjoy your mug.")
    await vera.sees("conversation_closed", how="resolved")
    assert (await vera.writes("thanks"))["conversation"] == conversation
    assert stored.events(house.server, conversation)[-1][1] == "message"


async def test_a_visitor_may_end_it_and_write_again(house: House) -> None:
    vera, _, conversation = await talking(house)
    await vera.does("end")
    await vera.sees("conversation_closed", how="visitor")
    assert (await vera.writes("One more thing: do you ship?"))["conversation"] == conversation
    await vera.sees("conversation_reopened")


async def test_nobody_there_ends_in_a_reference(house: House) -> None:
    stored.rows(house.server, "UPDATE chat_agentpresence SET lease_until = NULL")
    vera = await house.visitor().come()
    await vera.asks_for_a_person()
    await vera.sees("handoff_requested", agents_here=False)
    assert (await vera.does("leave_message", email="no address"))["code"] == "bad_field"
    await vera.does("leave_message", email="vera@example.org")
    assert (await vera.sees("message_left"))["reference"]
    await vera.does("ask_bot")
    await vera.sees("bot_resumed", why="meanwhile")
