"""What one process knows, the other does too: at once by way of Redis, else a little later by looking."""

from __future__ import annotations

import asyncio
import hashlib

import httpx
from redis import Redis as Client

from chat.delivery.ledger import EVERY
from tests.services.redis import Redis
from tests.services.wait import until
from tests.sockets import stored
from tests.sockets.client import Agent, Visitor
from tests.sockets.conftest import House, Pair


async def apart(pair: Pair) -> tuple[Visitor, Agent, str]:
    """Vera at one process and Ana at the other, in one chat."""
    vera, ana = await pair[0].visitor().come(), await pair[1].agent("ana").come()
    conversation = await vera.asks_for_a_person()
    await ana.hears("inbox", ref=None)
    await ana.opens(conversation)
    await ana.takes(conversation)
    await vera.sees("agent_joined")
    return vera, ana, conversation


async def exchange(vera: Visitor, ana: Agent, conversation: str, word: str) -> None:
    await ana.writes(conversation, f"{word} from Ana")
    await vera.sees("message", text=f"{word} from Ana")
    await vera.writes(f"{word} from Vera")
    await ana.sees("message", text=f"{word} from Vera")


async def test_visitor_and_agent_talk_across_processes(pair: Pair) -> None:
    await exchange(*await apart(pair), "Hello")


def subscribers(redis: Redis) -> int:
    with Client.from_url(redis.url) as client:
        return int(client.pubsub_numsub("candid")[0][1])


async def test_without_redis_delivery_waits_for_a_heartbeat(pair: Pair) -> None:
    vera, ana, conversation = await apart(pair)
    redis = pair[2]
    redis.kill9()
    await exchange(vera, ana, conversation, "Redis is gone")
    redis.start()
    until(lambda: subscribers(redis) == 2, seconds=5, what="both listen again")
    vera.answers_beats = ana.answers_beats = False  # Only pushes bring anything from here on.
    await exchange(vera, ana, conversation, "Live again")


async def test_rights_lost_at_one_process_end_the_socket_at_the_other(pair: Pair) -> None:
    ben = await pair[1].agent("ben").come()
    stored.rows(pair[0].server, "UPDATE chat_user SET is_active = FALSE WHERE email = 'ben@marlpit.example'")
    assert await ben.gone(within=2) == 4003


# --- limits ----------------------------------------------------------------------------------------------------------
async def test_what_was_spent_elsewhere_is_spent_here(pair: Pair) -> None:
    here = await pair[0].visitor().come()
    there = await pair[1].visitor(credential=here.credential).come()
    key = f"candid:limit:commands:{hashlib.sha256(here.credential.encode()).hexdigest()}"
    with Client.from_url(pair[2].url, decode_responses=True) as redis:
        await here.writes("Told at this process.")
        await asyncio.to_thread(told, redis, key, 0.0)
        now = float(redis.time()[0])
        redis.hset(key, mapping={"tokens": -6, "at": now})  # As if a third process had spent twelve more.
        await there.writes("Told at that one.")
        await asyncio.to_thread(told, redis, key, now)
    assert (await there.does("send", text="One too many"))["code"] == "rate_limited"


def told(redis: Client, key: str, since: float) -> None:
    """Wait until a process has told Redis what was spent."""
    until(lambda: float(str(redis.hget(key, "at") or 0)) > since, seconds=5, what="told")


async def test_tabs_are_counted_together(pair: Pair) -> None:
    here = await pair[0].visitor().come()
    there = await pair[1].visitor(credential=here.credential).come()
    for house in pair[:2]:
        assert await until_full(house, here.credential) == 4029
    assert not here.is_gone and not there.is_gone


async def until_full(house: House, credential: str) -> int:
    """Tries another tab until the processes have told each other; with which code it is turned away."""
    while await is_welcome(tab := house.visitor(credential=credential)):
        await tab.leave()
        await asyncio.sleep(EVERY)  # More tries than tellings would only meet the limit of handshakes.
    return await tab.gone()


async def is_welcome(tab: Visitor) -> bool:
    await tab.open()
    await tab.say(tab.hello())
    await tab.until(lambda: tab.is_gone or tab.frames)
    return bool(tab.frames[0]["type"] == "welcome")


# --- the bot's FAQ ---------------------------------------------------------------------------------------------------
async def test_what_is_saved_at_one_process_is_answered_at_the_other(pair: Pair) -> None:
    vera = await pair[1].visitor().come()
    await vera.writes("When are you open?")
    await vera.sees("message", author_kind="bot")
    entry = {"title": "Do you lend umbrellas to ducks?", "answer": "Only when it is dry."}
    assert (await asyncio.to_thread(save, pair[0], entry)).status_code == 201
    await vera.writes("Do you lend umbrellas to ducks?")
    await vera.sees("message", text="Only when it is dry.")


def save(house: House, entry: dict[str, str]) -> httpx.Response:
    cookies = {"sessionid": house.cookies["olga"].partition("=")[2], "csrftoken": "t" * 32}
    headers = {"X-CSRFToken": "t" * 32, "Origin": house.server.url}
    return httpx.post(f"{house.server.url}/api/v1/faq/", json=entry, cookies=cookies, headers=headers)


# --- presence, leases and timers -------------------------------------------------------------------------------------
async def test_who_is_here_is_known_at_both(pair: Pair) -> None:
    vera, ana, conversation = await apart(pair)
    await ana.hears("visitor_presence", conversation=conversation, here=True)
    await vera.drop()
    await ana.hears("visitor_presence", conversation=conversation, here=False)
    olga = await pair[0].agent("olga").come()
    await ana.leave()
    await olga.until(lambda: here_now(olga, "Ana Moreno") is False, "Ana is gone")


def here_now(olga: Agent, name: str) -> bool | None:
    told = [frame["colleagues"] for frame in olga.frames if frame["type"] == "colleagues"]
    return next((c["here"] for c in told[-1] if c["name"] == name), None) if told else None


async def test_an_alarm_is_raised_once_though_both_look(pair: Pair) -> None:
    vera = await pair[0].visitor().come()
    conversation = await vera.asks_for_a_person()
    stored.rows(
        pair[0].server,
        "UPDATE chat_conversation SET unanswered_since = unanswered_since - interval '4 minutes', fold ="
        " jsonb_set(fold, '{unanswered_since}', to_jsonb(unanswered_since - interval '4 minutes')) WHERE public_id = ?",
        conversation,
    )
    await vera.sees("unanswered")
    await vera.hears("beat")
    await vera.hears("beat")
    assert [kind for _, kind, _ in stored.events(pair[0].server, conversation)].count("unanswered") == 1


async def test_the_chats_of_a_process_that_died_come_back_by_the_other(pair: Pair) -> None:
    vera, ana, _ = await apart(pair)
    pair[1].server.kill9()
    await vera.sees("agent_left", why="lost")
    await asyncio.to_thread(pair[1].server.start)
    await (await ana.come()).hears("beat")
    assert [f for f in ana.frames if f["type"] == "inbox"] or await vera.sees("agent_joined")
