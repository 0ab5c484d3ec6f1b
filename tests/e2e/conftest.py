"""The system's Chromium with its own defaults, and the real server in a process of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.browser import CHROMIUM, QUIET, WAIT_MS, WANTED
from tests.e2e.walk import FAST
from tests.services.candid import Candid

expect.set_options(timeout=WAIT_MS)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": QUIET, "ignore_default_args": WANTED}


@pytest.fixture(autouse=True)
def everybody_leaves(browser: Browser) -> Iterator[None]:
    """A console left open would go on knocking at the next test's server, which has the same address."""
    yield
    for context in browser.contexts:
        context.close()


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Candid:
    """Never started: its data is what every server begins with."""
    candid = Candid(tmp_path_factory.mktemp("seeded"))
    candid.prepare()
    return candid


@pytest.fixture
def candid(tmp_path: Path, seeded: Candid) -> Iterator[Candid]:
    """The demo, just seeded and serving; `kill9()`, `start()` and `restart()` it as you like."""
    yield from serving(Candid(tmp_path), seeded)


@pytest.fixture(scope="module")
def hasty(tmp_path_factory: pytest.TempPathFactory, seeded: Candid) -> Iterator[Candid]:
    """One for a whole file, with faster clocks."""
    yield from serving(Candid(tmp_path_factory.mktemp("hasty"), settings=FAST), seeded)


def serving(server: Candid, seeded: Candid) -> Iterator[Candid]:
    server.take_over(seeded)
    server.start()
    yield server
    server.stop()
