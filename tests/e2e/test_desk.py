"""Agents who go, for the evening or through a tunnel, and chats that are looked for later: nobody is left hanging."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, WebSocketRoute, expect

from tests.e2e.doors import AgentDoor, VisitorDoor
from tests.e2e.past import end_lease
from tests.services.candid import Candid


@pytest.fixture
def vera(browser: Browser, hasty: Candid) -> VisitorDoor:
    vera = VisitorDoor(browser, hasty)
    vera.open()
    vera.press("Talk to a person")
    expect(vera.banner).to_contain_text("Waiting for a person")
    return vera


@pytest.fixture
def ana(browser: Browser, hasty: Candid) -> Iterator[AgentDoor]:
    """Closed afterwards: as long as any console of Ana's is open, her chats stay hers."""
    ana = AgentDoor(browser, hasty, "ana")
    yield ana
    ana.page.context.close()


def take(agent: AgentDoor, vera: VisitorDoor) -> None:
    """Vera came last: others may wait since an earlier test."""
    agent.inbox.locator("#section-waiting").get_by_role("link").last.click()
    agent.press("Take chat")
    expect(agent.page.get_by_role("textbox", name="Write to")).to_be_visible()
    expect(vera.banner).to_contain_text("A person at Marlpit Pottery")


def test_going_away_asks_what_becomes_of_open_chats(ana: AgentDoor, vera: VisitorDoor) -> None:
    take(ana, vera)
    ana.page.get_by_role("switch", name="Taking chats").click()
    dialog = ana.page.get_by_role("dialog", name="You still have open chats")
    dialog.get_by_label("Resolve", exact=True).check()
    dialog.get_by_role("textbox").fill("I must go, Vera. Goodbye!")
    dialog.get_by_role("button", name="Take no more chats").click()
    vera.reads("I must go, Vera. Goodbye!")
    expect(ana.page.get_by_role("switch", name="Away")).not_to_be_checked()
    ana.page.get_by_role("switch").click()


def test_signing_out_puts_open_chats_back(ana: AgentDoor, vera: VisitorDoor) -> None:
    take(ana, vera)
    ana.press("Sign out")
    ana.page.get_by_role("dialog").get_by_role("button", name="Sign out").click()
    expect(ana.page.get_by_role("heading", name="Sign in")).to_be_visible()
    vera.reads("You keep your place: a colleague will continue.")


class Tunnel:
    """Ana's way to the server, which can be cut."""

    def __init__(self, ana: AgentDoor) -> None:
        self.page, self.dark, self.sockets = ana.page, False, list[WebSocketRoute]()
        ana.page.context.route_web_socket(re.compile("/ws/agent/"), self._pass)
        ana.page.reload()

    def _pass(self, socket: WebSocketRoute) -> None:
        if self.dark:
            socket.close()
        else:
            socket.connect_to_server()
            self.sockets.append(socket)

    def enter(self) -> None:
        self.dark = True
        self.sockets.pop().close()

    def leave(self) -> None:
        """The browser notices, so that nothing waits for the next try."""
        self.dark = False
        self.page.evaluate("dispatchEvent(new Event('online'))")


def test_what_a_colleague_took_meanwhile_is_news(browser: Browser, candid: Candid) -> None:
    vera, ana, ben = VisitorDoor(browser, candid), AgentDoor(browser, candid, "ana"), AgentDoor(browser, candid, "ben")
    tunnel = Tunnel(ana)
    vera.open()
    vera.press("Talk to a person")
    take(ana, vera)
    tunnel.enter()
    ana.reads("Your chat goes back to the queue in")
    end_lease(candid, "ana@marlpit.example")
    vera.reads("You keep your place: Ana or a colleague will continue.")
    take(ben, vera)
    tunnel.leave()
    ana.reads("Ben has the chat with Visitor")
    ana.press("Close")
    expect(ana.inbox.get_by_text("Ben has the chat")).to_have_count(0)


def test_an_answer_that_is_owed_is_found_by_its_reference_after_the_end(vera: VisitorDoor, ana: AgentDoor) -> None:
    vera.press("E-mail me instead")
    vera.panel.get_by_role("textbox", name="E-mail").fill("vera@lind.example")
    vera.press("Ask for an answer by e-mail")
    reference = re.compile(r"\w{3}-\w{3}").findall(vera.panel.get_by_label("Your reference").inner_text())[0]
    vera.press("More")
    vera.press("End this chat")
    vera.reads("This chat has ended")
    ana.find(reference.lower())
    ana.write("The glaze is safe for food.")
    ana.reads(f"Answered {reference}, also by e-mail")
    expect(ana.page.get_by_role("button", name="Take chat")).to_have_count(0)
