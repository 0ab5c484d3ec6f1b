"""The story again in an unpatched Firefox, as Debian ships it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, expect

from tests.e2e.doors import AgentDoor, VisitorDoor, shows_in_order
from tests.services.candid import Candid
from tests.services.firefox import PREFERENCES, wrapper


@pytest.fixture
def firefox(playwright: Playwright, tmp_path: Path) -> Iterator[Browser]:
    browser = playwright.firefox.launch(
        executable_path=wrapper(tmp_path), channel="moz-firefox", firefox_user_prefs=PREFERENCES
    )
    yield browser
    browser.close()


def test_the_story_in_firefox(firefox: Browser, candid: Candid) -> None:
    vera = VisitorDoor(firefox, candid)
    vera.open()
    expect(vera.banner).to_contain_text("You’re talking to a bot")
    vera.write("when are you open?")
    vera.reads("every day from 07:00 to 22:00")

    ana = AgentDoor(firefox, candid, "ana")
    vera.press("Talk to a person")
    ana.open_longest_waiting()
    ana.press("Take chat")
    ana.write("Hello Vera, what happened to it?")
    vera.reads("Hello Vera, what happened to it?")
    expect(vera.banner).to_contain_text("A person at Marlpit Pottery")

    # The server dies with her message in flight, and she reloads her page in mid-chat.
    candid.freeze()
    vera.write("The spout came off.")
    candid.kill9()
    candid.start()
    ana.reads("The spout came off.")
    vera.page.reload()
    vera.open()
    for door in (vera, ana):
        shows_in_order(door.log, ["when are you open?", "Hello Vera, what happened to it?", "The spout came off."])
