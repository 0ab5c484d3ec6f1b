"""An agent's network goes; what happened to the chats meanwhile is told."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, WebSocketRoute, expect

from tests.e2e.doors import AgentDoor, VisitorDoor
from tests.e2e.past import end_lease
from tests.e2e.walk import wake
from tests.services.candid import Candid


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
        self.dark = False
        wake(self.page)


def test_what_a_colleague_took_meanwhile_is_news(browser: Browser, candid: Candid) -> None:
    vera, ana, ben = VisitorDoor(browser, candid), AgentDoor(browser, candid, "ana"), AgentDoor(browser, candid, "ben")
    tunnel = Tunnel(ana)
    vera.open()
    vera.press("Talk to a person")
    ana.take(vera)
    tunnel.enter()
    ana.reads("Your chat goes back to the queue in")
    end_lease(candid, "ana@marlpit.example")
    vera.reads("You keep your place: Ana or a colleague will continue.")
    ben.take(vera)
    tunnel.leave()
    ana.reads("Ben has the chat with Visitor")
    ana.press("Close")
    expect(ana.inbox.get_by_text("Ben has the chat")).to_have_count(0)
