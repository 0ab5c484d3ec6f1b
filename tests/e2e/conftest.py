"""The system's Chromium with its own defaults, and the real server in a process of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.services.candid import Candid

# Two cores serve the database, the server and three browsers: a condition may take its time, never a sleep.
expect.set_options(timeout=15_000)

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Playwright's list is longer: it also switches off the storage partitioning that every visitor's browser has.
    "--disable-features=MediaRouter,OptimizationHints,NetworkTimeServiceQuerying,HttpsUpgrades",
]
#: What Playwright switches off although people have it: the back/forward cache and throttled timers in hidden tabs.
WANTED = [
    "--disable-back-forward-cache",
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": QUIET, "ignore_default_args": WANTED}


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Candid:
    """Never started: its data is what every server begins with."""
    candid = Candid(tmp_path_factory.mktemp("seeded"))
    candid.prepare()
    return candid


@pytest.fixture
def candid(tmp_path: Path, seeded: Candid) -> Iterator[Candid]:
    """The demo, just seeded and serving; `kill9()`, `start()` and `restart()` it as you like."""
    server = Candid(tmp_path)
    server.take_over(seeded)
    server.start()
    yield server
    server.stop()
