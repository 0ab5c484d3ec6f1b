"""Whose rights end, theirs ends too, within two seconds: T-WS-10."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator

import httpx
import pytest
import pytest_asyncio
import websockets

from tests.services.candid import Candid
from tests.sockets import stored
from tests.sockets.client import Agent
from tests.sockets.conftest import House, Seeded, copy_of


def disabled(house: House, email: str) -> None:
    stored.rows(house.server, "UPDATE chat_user SET is_active = 0 WHERE email = ?", email)


def removed(house: House, email: str) -> None:
    found = "SELECT m.id FROM chat_membership m JOIN chat_user u ON u.id = m.user_id WHERE u.email = ?"
    [(key,)] = stored.rows(house.server, found, email)
    stored.rows(house.server, "DELETE FROM chat_agentpresence WHERE membership_id = ?", key)
    stored.rows(house.server, "DELETE FROM chat_membership WHERE id = ?", key)


def new_password(house: House, email: str) -> None:
    stored.rows(house.server, "UPDATE chat_user SET password = 'another' WHERE email = ?", email)


def signed_out(house: House, email: str) -> None:
    cookie = house.cookies[email.partition("@")[0]].partition("=")[2]
    with httpx.Client(base_url=house.server.url, cookies={"sessionid": cookie}) as browser:
        browser.get("/accounts/logout/")
        headers = {"X-CSRFToken": browser.cookies["csrftoken"], "Referer": house.server.url}
        assert browser.post("/accounts/logout/", headers=headers).status_code == httpx.codes.FOUND


@pytest.fixture(scope="module")
def served(seeded: Seeded, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Candid]:
    """One server for this file: each person loses something else."""
    server = copy_of(seeded[0], tmp_path_factory.mktemp("rights"))
    server.start()
    yield server
    server.stop()


@pytest_asyncio.fixture
async def house(served: Candid, seeded: Seeded) -> AsyncIterator[House]:
    house = House(served, seeded[1])
    yield house
    await house.close()


@pytest.mark.parametrize(
    ("email", "change"),
    [
        ("ana@marlpit.example", disabled),
        ("ben@marlpit.example", removed),
        ("charlie@other.example", new_password),
    ],
)
async def test_the_socket_ends(house: House, email: str, change: Callable[[House, str], None]) -> None:
    name = email.partition("@")[0]
    person, olga = await house.agent(name).come(), await house.agent("olga").come()
    change(house, email)
    assert await person.gone(within=2) == 4003
    assert person.frames[-1] == {"type": "bye", "code": 4003, "retry_after": None}
    assert await olga.is_refused({"type": "x"}) == "unknown_type"
    assert await turned_away(house.agent(name))


async def turned_away(ana: Agent) -> bool:
    """By a handshake without rights, or by hello without a place at any site."""
    try:
        await ana.open()
    except websockets.InvalidStatus as refused:
        return refused.response.status_code == 403
    return await ana.is_refused(ana.hello()) == "not_found"


async def test_signing_out_ends_the_socket_and_gives_the_chats_back_at_once(house: House) -> None:
    vera, olga = await house.visitor().come(), await house.agent("olga").come()
    await olga.takes(await vera.asks_for_a_person())
    signed_out(house, "olga@marlpit.example")
    assert await olga.gone(within=2) == 4003
    await vera.sees("agent_left", why="away")
    await vera.hears(
        "availability", availability={"open": False, "agents": [], "back_at": None, "wait": None, "people_first": False}
    )
    assert await turned_away(house.agent("olga"))
