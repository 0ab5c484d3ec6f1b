"""The widget as a guest: the page's back button, its links and events, and the day the chat doesn't load."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.doors import AgentDoor, VisitorDoor
from tests.services.candid import Candid
from tests.services.wait import until

HEAR = """names => {
  window.heard = [];
  for (const name of names) Candid("on", name, detail => heard.push([name, detail]));
}"""


@pytest.fixture
def vera(browser: Browser, candid: Candid) -> Iterator[VisitorDoor]:
    door = VisitorDoor(browser, candid)
    yield door
    door.page.context.close()


@pytest.fixture
def ana(browser: Browser, candid: Candid) -> AgentDoor:
    return AgentDoor(browser, candid, "ana")


def heard(vera: VisitorDoor) -> list[object]:
    found: list[object] = vera.page.evaluate("window.heard")
    return found


def ask(vera: VisitorDoor, ana: AgentDoor) -> None:
    vera.open()
    vera.press("Talk to a person")
    ana.open_longest_waiting()
    ana.press("Take chat")
    vera.reads("Ana joined")


def test_the_page_hears_what_happens_but_not_what_is_said(vera: VisitorDoor, ana: AgentDoor) -> None:
    vera.page.evaluate(HEAR, ["conversation:started", "handoff:requested", "agent:joined", "message:received"])
    ask(vera, ana)
    ana.write("Hello Vera.")
    vera.reads("Hello Vera.")
    assert heard(vera) == [
        ["conversation:started", {}],
        ["handoff:requested", {}],
        ["agent:joined", {"name": "Ana"}],
        ["message:received", {"from": "agent"}],
    ]


def test_back_and_forward_the_chat_goes_on(vera: VisitorDoor, ana: AgentDoor, candid: Candid) -> None:
    """From the back/forward cache. Playwright sees no frames in such a page, so the page's own global tells."""
    ask(vera, ana)
    vera.page.evaluate(HEAR, ["message:received"])
    vera.page.evaluate("addEventListener('pageshow', event => { window.restored = event.persisted })")
    vera.page.goto(f"{candid.site_url}/shop/")
    ana.write("Written while Vera was elsewhere.")
    vera.page.go_back(wait_until="commit")
    until(lambda: len(heard(vera)) == 1, seconds=15, what="what was written meanwhile")
    assert vera.page.evaluate("window.restored")


def test_on_the_next_page_the_launcher_tells(vera: VisitorDoor, ana: AgentDoor, candid: Candid) -> None:
    ask(vera, ana)
    vera.page.goto(f"{candid.site_url}/shop/")
    ana.write("It is in the kiln.")
    expect(vera.page.get_by_role("button", name="Open chat (1 new)")).to_have_text("AM1")


def test_the_link_in_our_mails_opens_the_chat(vera: VisitorDoor, candid: Candid) -> None:
    vera.page.goto(f"{candid.site_url}/#candid")
    expect(vera.panel.get_by_role("textbox")).to_be_focused()


def test_a_chat_that_does_not_load_leaves_other_ways(vera: VisitorDoor) -> None:
    vera.page.clock.install()
    vera.page.route("**/widget/frame/**", lambda route: route.abort())
    vera.page.get_by_role("button", name="Open chat").click()
    vera.page.clock.run_for(8_000)
    expect(vera.page.get_by_role("alert")).to_contain_text("The chat did not load.")
    expect(vera.page.get_by_role("link", name="hello@marlpit.example").last).to_be_visible()
    vera.page.unroute_all()
    vera.page.get_by_role("button", name="Try again").click()
    expect(vera.panel.get_by_role("textbox")).to_be_visible()


def test_on_a_phone_the_page_behind_stands_still(vera: VisitorDoor) -> None:
    vera.open()
    assert vera.page.evaluate("getComputedStyle(document.documentElement).overflowY") == "hidden"
    vera.panel.get_by_role("button", name="Close chat").click()
    assert vera.page.evaluate("getComputedStyle(document.documentElement).overflowY") != "hidden"
    expect(vera.page.get_by_role("button", name=re.compile("^Open chat"))).to_be_focused()
