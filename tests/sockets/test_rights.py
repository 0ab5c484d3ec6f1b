"""Whose rights end, theirs ends too, within two seconds: T-WS-10."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest
import websockets

from tests.sockets import stored
from tests.sockets.client import Agent
from tests.sockets.conftest import House, Start


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


@pytest.mark.parametrize("change", [disabled, removed, new_password, signed_out])
async def test_the_socket_ends(start: Start, change: Callable[[House, str], None]) -> None:
    house = start()
    vera = await house.visitor().come()
    conversation = await vera.asks_for_a_person()
    ana, ben = await house.agent("ana").come(), await house.agent("ben").come()
    await ana.opens(conversation)
    change(house, "ana@marlpit.example")
    assert await ana.gone(within=2) == 4003
    assert ana.frames[-1] == {"type": "bye", "code": 4003, "retry_after": None}
    assert await ben.is_refused({"type": "x"}) == "unknown_type"
    assert await turned_away(house.agent("ana"))


async def turned_away(ana: Agent) -> bool:
    """By a handshake without rights, or by hello without a place at any site."""
    try:
        await ana.open()
    except websockets.InvalidStatus as refused:
        return refused.response.status_code == 403
    return await ana.is_refused(ana.hello()) == "not_found"


async def test_signing_out_gives_the_chats_back_at_once(start: Start) -> None:
    house = start()
    vera, ana = await house.visitor().come(), await house.agent("ana").come()
    await ana.takes(await vera.asks_for_a_person())
    signed_out(house, "ana@marlpit.example")
    await vera.sees("agent_left", why="lost")
    await vera.hears("availability", availability={"open": False, "agents": [], "back_at": None, "wait": None})
