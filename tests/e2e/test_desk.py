"""Agents who go for the evening, and chats that are looked for later: nobody is left hanging."""

from __future__ import annotations

import re
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


def test_going_away_asks_what_becomes_of_open_chats(ana: AgentDoor, vera: VisitorDoor) -> None:
    ana.take(vera)
    ana.page.get_by_role("switch", name="Taking chats").click()
    dialog = ana.page.get_by_role("dialog", name="You still have open chats")
    dialog.get_by_label("Resolve", exact=True).check()
    dialog.get_by_role("textbox").fill("I must go, Vera. Goodbye!")
    dialog.get_by_role("button", name="Take no more chats").click()
    vera.reads("I must go, Vera. Goodbye!")
    expect(ana.page.get_by_role("switch", name="Away")).not_to_be_checked()
    ana.page.get_by_role("switch").click()


def test_who_left_stands_below_who_is_here_until_they_come_back(
    browser: Browser, hasty: Candid, vera: VisitorDoor, ana: AgentDoor
) -> None:
    veras = ana.newest_waiting.get_attribute("data-conversation")
    otto = VisitorDoor(browser, hasty)
    otto.open()
    otto.press("Talk to a person")
    place = otto.panel.get_by_role("heading", name=re.compile("in line|next"))
    before = place.inner_text()
    vera.page.goto("about:blank")
    below = ana.inbox.locator(f"li:not(:has(b)) ~ li [data-conversation='{veras}']")
    expect(below).to_contain_text("Left the page")
    below.click()
    ana.reads("Waiting for a person, left the page, bot off")
    ana.reads("Left without e-mail")
    expect(place).not_to_have_text(before)
    vera.page.goto(hasty.site_url)
    vera.open()
    expect(place).to_have_text(before)
    expect(ana.inbox.locator(f"li:has([data-conversation='{veras}']) ~ li")).not_to_have_count(0)


def test_signing_out_puts_open_chats_back(ana: AgentDoor, vera: VisitorDoor) -> None:
    ana.take(vera)
    ana.press("Sign out")
    ana.page.get_by_role("dialog").get_by_role("button", name="Sign out").click()
    expect(ana.page.get_by_role("heading", name="Sign in")).to_be_visible()
    vera.reads("You keep your place: a colleague will continue.")


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
