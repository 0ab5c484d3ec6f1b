"""Who gets a socket at all, and who may stay: T-WS-01, -02 and -03."""

from __future__ import annotations

import secrets

import pytest
import websockets

from tests.sockets import stored
from tests.sockets.client import Client, Frame, Visitor
from tests.sockets.conftest import House

ORIGINS = {
    "absent": "",
    "null": "null",
    "evil": "https://evil.example",
    "lookalike": "http://127.0.0.1.evil.example:{port}",
    "longer": "{own}.evil.example",
    "longer port": "{own}0",
    "other scheme": "https://127.0.0.1:{port}",
    "other port": "http://127.0.0.1:1",
    "no port": "http://127.0.0.1",
    "other name": "http://localhost:{port}",
    "with a path": "{own}/",
    "two": "{own}, {own}",
}


async def status(client: Client, origin: str | None = None) -> int:
    """Of the refused handshake."""
    with pytest.raises(websockets.InvalidStatus) as refused:
        await client.open(origin=origin)
    return refused.value.response.status_code


@pytest.mark.parametrize("origin", ORIGINS.values(), ids=ORIGINS)
@pytest.mark.parametrize("who", ["visitor", "agent"])
async def test_only_our_own_origin_opens_a_socket(house: House, who: str, origin: str) -> None:
    client = house.visitor() if who == "visitor" else house.agent("ana")
    foreign = origin.format(own=house.server.url, port=house.server.port)
    # 400: Daphne's own answer to what is no origin at all.
    assert await status(client, foreign) in (400, 403)


async def test_an_agents_socket_needs_a_session(house: House) -> None:
    ana = house.agent("ana")
    ana.cookie = ""
    assert await status(ana) == 403
    ana.cookie = "sessionid=" + "x" * 32
    assert await status(ana) == 403


async def test_there_is_no_other_socket(house: House) -> None:
    vera = house.visitor()
    vera.path = "/ws/"  # type: ignore[misc]
    assert await status(vera) == 403


async def refused_hello(client: Client, frame: Frame) -> tuple[str, int]:
    await client.open()
    return await client.is_refused(frame), await client.gone(within=2)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"credential": secrets.token_urlsafe(32), "fresh": False}, "credential_refused"),
        ({"credential": "short"}, "bad_field"),
        ({"site": "site_nobody_has"}, "not_found"),
        ({"protocol": 2}, "protocol_unsupported"),
        ({"protocol": "1"}, "bad_field"),
        ({"extra": 1}, "bad_field"),
    ],
)
async def test_a_hello_that_is_none_is_refused_by_code(house: House, change: Frame, code: str) -> None:
    vera = house.visitor()
    assert await refused_hello(vera, {**vera.hello(), **change}) == (code, 4001)


@pytest.mark.parametrize("change", [{"site": "00000000-0000-7000-8000-000000000000"}, {"site": "nonsense"}])
async def test_an_agent_of_another_site_finds_nothing(house: House, change: Frame) -> None:
    ana = house.agent("ana")
    assert await refused_hello(ana, {**ana.hello(), **change}) == ("not_found", 4001)


async def test_charlie_cannot_name_our_site(house: House) -> None:
    ana = await house.agent("ana").come()
    charlie = house.agent("charlie")
    assert await refused_hello(charlie, {**charlie.hello(), "site": ana.welcome["site"]["id"]}) == ("not_found", 4001)


async def test_another_sites_credential_is_refused(house: House) -> None:
    vera = await house.visitor().come()
    await vera.writes("Hello")
    elsewhere = house.visitor(site="other", credential=vera.credential)
    assert await refused_hello(elsewhere, elsewhere.hello()) == ("credential_refused", 4001)


async def test_a_revoked_credential_ends_its_sockets_and_is_refused(house: House) -> None:
    vera, tab = await house.visitor().come(), house.visitor()
    conversation = (await vera.writes("Hello"))["conversation"]
    tab.credential = vera.credential
    await tab.come()
    stored.rows(
        house.server,
        "UPDATE chat_credential SET revoked_at = datetime('now') WHERE visitor_id ="
        " (SELECT visitor_id FROM chat_conversation WHERE public_id = ?)",
        conversation.replace("-", ""),
    )
    assert [await client.gone(within=2) for client in (vera, tab)] == [4001, 4001]
    again = house.visitor(credential=vera.credential)
    assert await refused_hello(again, again.hello()) == ("credential_refused", 4001)


@pytest.mark.parametrize("first", [{"type": "beat"}, {"type": "resume", "ref": 1}])
async def test_hello_comes_first(house: House, first: Frame) -> None:
    vera = await house.visitor().open()
    await vera.say(first)
    assert (await vera.hears("bye"))["code"] == await vera.gone() == 4001


async def test_who_says_no_hello_in_time_is_sent_away(fast_house: House) -> None:
    silent: list[Client] = [await fast_house.visitor().open(), await fast_house.agent("ana").open()]
    assert [await client.gone(within=3) for client in silent] == [4001, 4001]


async def test_opening_the_panel_stores_nothing(house: House) -> None:
    before = stored.rows(house.server, "SELECT count(*) FROM chat_visitor")
    vera: Visitor = await house.visitor().come()
    assert vera.welcome["head"] is None
    assert stored.rows(house.server, "SELECT count(*) FROM chat_visitor") == before
