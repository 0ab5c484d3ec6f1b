"""F12 as a visitor sees it: the browser's clock is a day off, and then a day off the other way."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser

from tests.e2e.doors import VisitorDoor, shows_in_order
from tests.services.candid import Candid

QUESTIONS = ["when are you open?", "Do you deliver to Scotland?"]


@pytest.mark.parametrize("days", [1, -1])
def test_f12_a_wrong_clock_changes_no_order(browser: Browser, shop: Candid, days: int) -> None:
    vera = VisitorDoor(browser, shop)
    vera.page.clock.set_system_time(datetime.now(UTC) + timedelta(days=days))
    vera.open()
    vera.write(QUESTIONS[0])
    vera.reads("every day from 07:00 to 22:00")
    vera.page.clock.set_system_time(datetime.now(UTC) - timedelta(days=days))
    vera.write(QUESTIONS[1])
    shows_in_order(vera.log, [QUESTIONS[0], "every day from 07:00 to 22:00", QUESTIONS[1]])
    vera.page.context.close()
