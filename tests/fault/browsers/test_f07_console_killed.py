"""F7: an agent's browser is killed in the middle of a chat."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import psutil
from playwright.sync_api import Browser, expect

from tests.e2e.doors import AgentDoor, VisitorDoor, shows_in_order
from tests.e2e.walk import FAST
from tests.fault.conftest import Measure
from tests.services.candid import Candid

CLOCKS = float(FAST["CLOCKS"])
#: The lease of 60 s, and what the visitor's screen may take after it.
AIM = 60 / CLOCKS + 5


def browsers() -> set[psutil.Process]:
    return {each for each in psutil.Process().children(recursive=True) if "chrom" in each.name()}


def kill9(processes: set[psutil.Process]) -> None:
    for each in processes:
        if each.is_running():
            each.kill()


def sentence(words: str) -> re.Pattern[str]:
    """Whatever stands in the place of ``{name}``."""
    return re.compile(".*".join(map(re.escape, re.split(r"{\w+}", words))))


def test_f07_a_killed_console_loses_the_chat_to_the_queue(
    browser: Browser, launch_browser: Callable[[], Browser], shop: Candid, measure: Measure
) -> None:
    vera = VisitorDoor(browser, shop)
    vera.open()
    vera.press("Talk to a person")
    others = browsers()
    ana = AgentDoor(launch_browser(), shop, "ana")
    anas = browsers() - others
    ana.open_longest_waiting()
    ana.press("Take chat")
    ana.write("Hello, Ana here. What happened?")
    vera.reads("What happened?")
    vera.write("The spout came off.")
    ana.reads("The spout came off.")
    kill9(anas)
    killed = time.monotonic()
    vera.reads(sentence(vera.words["lost_note"]))
    told = time.monotonic() - killed
    ben = AgentDoor(browser, shop, "ben")
    ben.open_longest_waiting()
    shows_in_order(ben.log, ["Hello, Ana here.", "The spout came off."])
    ben.press("Take chat")
    expect(vera.banner).to_contain_text("Ben")
    assert told <= AIM
    measure(f"the visitor is told (clocks {CLOCKS:.0f} × faster)", told, "s", aim=f"≤ {AIM} s")
