"""F2 as a visitor sees it: a restart in the middle of a sentence."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.e2e.doors import VisitorDoor
from tests.services.candid import Candid


def test_f02_the_composer_keeps_what_was_typed(browser: Browser, shop: Candid) -> None:
    vera = VisitorDoor(browser, shop)
    vera.open()
    composer = vera.panel.get_by_role("textbox")
    composer.fill("when are you op")
    shop.restart()
    composer.press_sequentially("en?")
    expect(composer).to_have_value("when are you open?")
    composer.press("Enter")
    vera.reads("every day from 07:00 to 22:00")
    vera.page.context.close()
