"""Agents who go for the evening: nobody is left hanging."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.doors import AgentDoor, VisitorDoor
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
