"""The story by keyboard alone, on both doors; the focus is always somewhere one can see it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.doors import AgentDoor, VisitorDoor
from tests.e2e.ears import ConsoleEars
from tests.e2e.hand import Hand
from tests.e2e.looks import DESK, PHONE, Look
from tests.e2e.owner import OwnerDoor
from tests.services.candid import PASSWORD, Candid


@pytest.mark.parametrize("look", [PHONE, DESK], ids=["in the page's place", "beside the page"])
def test_vera_needs_no_mouse(browser: Browser, candid: Candid, look: Look) -> None:
    ana = AgentDoor(browser, candid, "ana")
    vera = VisitorDoor(browser, candid)
    look.apply(vera.page)
    hand = Hand(vera.page)
    hand.go_to("Open chat", "Shift+Tab")
    hand.press("Enter")
    hand.is_on("Ask the bot")
    hand.write("when are you open?")
    vera.reads("every day from 07:00 to 22:00")
    hand.is_on("Ask the bot")

    hand.go_to("Talk to a person", "Shift+Tab")
    hand.press("Enter")
    vera.reads("You’re next in line")
    hand.is_on("Add anything that helps")
    ana.open_longest_waiting()
    ana.press("Take chat")
    hand.is_on("Write to Ana")
    hand.write("The spout came off.")
    ana.reads("The spout came off.")

    hand.go_to("More", "Shift+Tab")
    hand.press("Enter")
    hand.go_to("End this chat")
    hand.press("Escape")
    hand.is_on("More")
    hand.press("Escape")
    hand.is_on("Open chat")


def test_ana_needs_no_mouse(browser: Browser, candid: Candid) -> None:
    vera = VisitorDoor(browser, candid)
    ana = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    hand = Hand(ana)
    sign_in(hand, candid)
    vera.open()
    vera.press("Talk to a person")
    expect(ana.get_by_role("region", name="Inbox").get_by_role("link")).to_be_visible()
    hand.press("j", "Enter")
    expect(ana.get_by_role("log")).to_be_visible()
    hand.press("t")
    expect(ana.get_by_role("textbox")).to_be_focused()
    hand.write("Hello Vera.")
    vera.reads("Hello Vera.")

    hand.go_to("Resolve", "Shift+Tab")
    # Faster than anything is drawn: each key finds what the one before it opened or closed.
    hand.press("Enter", "Escape", "Enter", "Escape")
    hand.is_on("Resolve")
    hand.press("Enter")
    hand.go_to("Resolve")
    hand.press("Enter")
    vera.reads("This chat has ended")
    hand.rests()

    hand.press("/")
    hand.write("anything else")
    expect(ana.get_by_role("region", name="Inbox").get_by_text("Closed")).to_be_visible()
    hand.press("ArrowDown", "Enter")
    expect(ana.get_by_role("log")).to_contain_text("You resolved the chat")
    hand.press("/", "Escape")
    hand.rests()


def sign_in(hand: Hand, candid: Candid) -> None:
    hand.page.goto(f"{candid.url}/console/")
    hand.go_to("Email")
    hand.page.keyboard.type("ana@marlpit.example")
    hand.go_to("Password")
    hand.write(PASSWORD)
    expect(hand.page.get_by_role("heading", name="My desk")).to_be_visible()


def test_olga_needs_no_mouse(browser: Browser, candid: Candid) -> None:
    """Whatever goes from under the focus, it rests on what comes next."""
    olga = OwnerDoor(browser, candid)
    ears = ConsoleEars(olga.page)
    hand = Hand(olga.page)
    hand.go_to("New entry")
    hand.press("Enter")
    hand.is_on("Question")
    hand.page.keyboard.type("Do you sell elephants?")
    hand.go_to("Answer")
    hand.page.keyboard.type("Only {{nmae}} ones.")
    hand.go_to("Save", "Shift+Tab")
    hand.press("Enter")
    hand.is_on("Answer")
    hand.press("Control+A")
    hand.page.keyboard.type("Only pots.")
    hand.go_to("Save", "Shift+Tab")
    hand.press("Enter")
    ears.hears("Saved. The bot says it from the next question on.")
    hand.is_on("Save")

    hand.go_to("Delete", "Shift+Tab")
    hand.press("Enter")
    hand.press("Escape")
    hand.is_on("Delete")
    hand.press("Enter")
    hand.go_to("Delete")
    hand.press("Enter")
    ears.hears("“Do you sell elephants?” is deleted. The bot doesn’t say it any more.")
    hand.is_on("Bring it back")
    hand.press("Enter")
    hand.is_on("Do you sell elephants?")

    hand.go_to("Bot", "Shift+Tab")
    hand.press("Enter")
    expect(olga.page.get_by_role("switch", name="Rehearsal")).to_be_visible()
    hand.go_to("Rehearsal")
    hand.press("Space")
    ears.hears("Saved. It holds from the next message on.")
    hand.is_on("Rehearsal")
