"""The widget on somebody else's page: what it costs, and what it survives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.doors import AgentDoor, VisitorDoor, shows_in_order
from tests.services.candid import Candid
from tests.services.wait import until


@pytest.fixture
def vera(browser: Browser, candid: Candid) -> Iterator[VisitorDoor]:
    door = VisitorDoor(browser, candid)
    yield door
    door.page.context.close()


def test_the_page_pays_for_a_launcher_only(browser: Browser, candid: Candid) -> None:
    page = browser.new_context().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    page.goto(candid.site_url, wait_until="networkidle")
    expect(page.get_by_role("button", name=re.compile("chat", re.IGNORECASE))).to_be_visible()
    assert [url for url in asked if url.startswith(candid.url)] == [f"{candid.url}/widget.js"]
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length") == 0


def test_a_strict_page_reports_no_violation(vera: VisitorDoor) -> None:
    """The demo's pages send the policy that docs/hosting.md tells owners about."""
    said: list[str] = []
    vera.page.on("console", lambda message: said.append(message.text))
    vera.open()
    vera.write("when are you open?")
    vera.reads("every day from 07:00 to 22:00")
    assert [text for text in said if "Content Security Policy" in text] == []


def test_where_sockets_are_blocked_it_polls(browser: Browser, candid: Candid) -> None:
    vera = VisitorDoor(browser, candid, blocked_sockets=True)
    vera.open()
    vera.write("when are you open?")
    vera.reads("every day from 07:00 to 22:00")
    ana = AgentDoor(browser, candid, "ana")
    vera.press("Talk to a person")
    ana.open_longest_waiting()
    ana.press("Take chat")
    ana.write("Hello, this goes by polling.")
    vera.reads("Hello, this goes by polling.")


def test_a_browser_that_keeps_nothing_is_told_so(browser: Browser, candid: Candid) -> None:
    vera = VisitorDoor(browser, candid, blocked_storage=True)
    vera.open()
    vera.write("when are you open?")
    vera.reads("every day from 07:00 to 22:00")
    vera.reads("leaving this page ends the chat")


def test_a_turned_phone_keeps_the_end_in_view(vera: VisitorDoor) -> None:
    vera.open()
    vera.write("how much is it?")
    vera.reads("None of these")
    for width, height in ((844, 390), (390, 844), (320, 568)):
        vera.page.set_viewport_size({"width": width, "height": height})
        expect(vera.panel.get_by_text("None of these")).to_be_in_viewport()


def test_two_tabs_show_the_same(vera: VisitorDoor, candid: Candid) -> None:
    other = VisitorDoor.in_tab(vera, candid)
    for tab in (vera, other):
        tab.open()
    vera.write("Do you deliver to Scotland?")
    other.reads("Do you deliver to Scotland?")
    other.write("And how fast is it?")
    vera.reads("And how fast is it?")
    for tab in (vera, other):
        shows_in_order(tab.log, ["Do you deliver to Scotland?", "And how fast is it?"])


def test_a_network_that_goes_is_told_long_before_the_line_is_given_up(vera: VisitorDoor) -> None:
    vera.open()
    vera.write("when are you open?")
    vera.reads("every day from 07:00 to 22:00")
    vera.page.context.set_offline(True)
    vera.reads("No connection. We keep trying; your text is safe.")
    vera.page.context.set_offline(False)
    vera.reads("Connected. Everything is here.")


def test_what_was_not_sent_survives_a_reload(vera: VisitorDoor, candid: Candid) -> None:
    vera.open()
    vera.write("when are you open?")
    vera.reads("every day from 07:00 to 22:00")
    candid.kill9()
    vera.write("Is my order ready?")
    vera.reads("Is my order ready?")
    candid.start()
    vera.page.reload()
    vera.open()
    vera.reads("Is my order ready?")
    shows_in_order(vera.log, ["when are you open?", "Is my order ready?"])


def test_nobody_there_takes_a_message(vera: VisitorDoor, browser: Browser, candid: Candid) -> None:
    vera.open()
    vera.press("Talk to a person")
    vera.panel.get_by_label("E-mail address").fill("vera@lind.example")
    vera.press("Ask for an answer by e-mail")
    vera.reads("Your reference")
    shown = vera.panel.locator("body").inner_text()
    reference = re.search(r"\b[2-9A-Z]{3}-[2-9A-Z]{3}\b", shown)
    assert reference
    until(lambda: reference.group() in mails(candid), seconds=15, what="the mail with the reference")

    # The bot stays usable, and the answer stays owed until an agent gives it.
    vera.press("Ask the bot meanwhile")
    vera.write("when are you open?")
    vera.reads("every day from 07:00 to 22:00")
    ana = AgentDoor(browser, candid, "ana")
    ana.inbox.get_by_role("link").first.click()
    ana.page.get_by_role("button", name=re.compile("^Take")).click()
    ana.write("It is in the kiln. You have it on Friday.")
    vera.reads("It is in the kiln. You have it on Friday.")
    until(lambda: "You have it on Friday" in mails(candid), seconds=15, what="the answer by mail")


def mails(candid: Candid) -> str:
    folder: Path = candid.data / "mail"
    return "\n".join(path.read_text() for path in sorted(folder.glob("*"))) if folder.is_dir() else ""
