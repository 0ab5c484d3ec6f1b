"""F9 as a visitor sees it: two tabs, both written in while the server is away."""

from __future__ import annotations

import json
from functools import partial

from playwright.sync_api import Browser, Page, Request, WebSocket, expect

from tests.e2e.doors import VisitorDoor, shows_in_order
from tests.services.candid import Candid

BEFORE, ONE, OTHER = "when are you open?", "Do you deliver to Scotland?", "And how fast is it?"


class Senders:
    """Which tab handed which words to a socket, or posted them: overheard, so that nothing stands between."""

    def __init__(self, *pages: Page) -> None:
        self.of: set[tuple[int, str]] = set()
        for number, page in enumerate(pages):
            page.on("websocket", partial(self._opened, number))
            page.on("request", partial(self._posted, number))

    def _opened(self, number: int, socket: WebSocket) -> None:
        socket.on("framesent", lambda message: self._said(number, json.loads(message)))

    def _posted(self, number: int, request: Request) -> None:
        """While no socket opens."""
        if request.method == "POST" and "/visitor/commands/" in request.url:
            self._said(number, request.post_data_json or {})

    def _said(self, number: int, frame: dict[str, str]) -> None:
        if frame.get("type") == "send":
            self.of.add((number, frame["text"]))


def test_f09_two_tabs_one_sender(browser: Browser, shop: Candid) -> None:
    vera = VisitorDoor(browser, shop)
    other = VisitorDoor.in_tab(vera, shop)
    senders = Senders(vera.page, other.page)
    for tab in (vera, other):
        tab.open()
    vera.write(BEFORE)
    other.reads(BEFORE)
    shop.kill9()
    vera.write(ONE)
    other.write(OTHER)
    shop.start()
    for tab in (vera, other):
        # What was written shows at once, in both tabs; here it must have got through.
        expect(tab.log.locator(".unsent")).to_have_count(0)
        shows_in_order(tab.log, [BEFORE, ONE, OTHER])
    assert len({tab for tab, text in senders.of if text in (ONE, OTHER)}) == 1
    vera.page.context.close()
