"""What an owner sets on the page about the bot is what visitors and agents meet from the next message on."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.doors import AgentDoor, VisitorDoor
from tests.e2e.owner import OwnerDoor
from tests.services.candid import Candid


@pytest.fixture
def olga(browser: Browser, candid: Candid) -> OwnerDoor:
    olga = OwnerDoor(browser, candid)
    olga.go_to("Bot")
    return olga


@pytest.fixture
def vera(browser: Browser, candid: Candid, olga: OwnerDoor) -> VisitorDoor:
    vera = VisitorDoor(browser, candid)
    vera.open()
    return vera


def test_a_rehearsed_answer_is_judged_and_taken_over(
    olga: OwnerDoor, vera: VisitorDoor, browser: Browser, candid: Candid
) -> None:
    olga.page.get_by_role("switch", name="Rehearsal").click()
    olga.reads("Saved. It holds from the next message on.")
    vera.write("hello")
    ana = AgentDoor(browser, candid, "ana")
    ana.take(vera)
    vera.write("when are you open?")
    ana.reads("Bot’s draft, for agents only")
    expect(vera.log).not_to_contain_text("07:00 to 22:00")
    ana.press("Right")
    expect(ana.page.get_by_role("button", name="Right", exact=True)).to_have_attribute("aria-pressed", "true")
    ana.press("Use as reply")
    ana.page.get_by_role("textbox", name="Write to").press("Enter")
    vera.reads("every day from 07:00 to 22:00")

    # What Ana judged is what the slider is measured on.
    olga.page.reload()
    olga.reads("Of the 1 that somebody judged, 100 % were right.")


def test_the_dial_sends_the_next_chat_to_a_person(olga: OwnerDoor, vera: VisitorDoor) -> None:
    group = olga.page.get_by_role("group", name="While you are open")
    group.get_by_role("radio", name="People first").check()
    olga.reads("Saved. It holds for chats that begin from now on.")
    vera.reads("A person will read what you send now.")
    vera.write("Can I bring my dog?")
    vera.reads("You’re next in line")
    expect(vera.panel.get_by_role("button", name="Go back to the bot")).to_have_count(0)


def test_the_slider_moves_what_is_answered(olga: OwnerDoor, vera: VisitorDoor) -> None:
    vera.write("delivery to scotland cost")
    vera.reads("None of these")
    slider = olga.page.get_by_label("When it isn’t sure")
    slider.press("End")
    olga.reads("Saved. It holds from the next message on.")
    expect(slider).to_have_attribute("aria-valuetext", "Answers much more itself")
    # Hardly surer of this, but sure enough now.
    vera.write("fix broken pot")
    vera.reads("Did this help?")


def test_a_topic_goes_to_people(olga: OwnerDoor, vera: VisitorDoor) -> None:
    olga.adds_topic("open on Sunday")
    olga.reads("Saved. It holds from the next message on.")
    vera.write("are you open on sunday?")
    vera.reads("A person looks after this")
    vera.reads("You’re next in line")


def test_two_who_change_the_topics_at_once_lose_nothing(olga: OwnerDoor, browser: Browser, candid: Candid) -> None:
    other = OwnerDoor(browser, candid)
    other.go_to("Bot")
    for door, topic in ((other, "lawyer"), (olga, "swan")):
        door.adds_topic(topic)
    olga.reads("It isn’t saved: somebody changed this meanwhile.")
    olga.reads("Added: lawyer")
    olga.press("Put both together")
    expect(olga.field("Topics for people")).to_be_focused()
    expect(olga.field("Topics for people")).to_have_value(re.compile(r"\nswan\nlawyer$"))
    olga.page.get_by_role("button", name="Save", exact=True).first.click()
    olga.reads("Saved. It holds from the next message on.")


def test_an_agent_who_comes_by_address_is_told(browser: Browser, candid: Candid) -> None:
    ana = AgentDoor(browser, candid, "ana")
    ana.page.goto(f"{candid.url}/console/#/bot")
    ana.reads("Owners and leads decide what the bot says.")
    ana.page.get_by_role("link", name="To my desk").click()
    expect(ana.page.get_by_role("heading", name="My desk")).to_be_visible()
