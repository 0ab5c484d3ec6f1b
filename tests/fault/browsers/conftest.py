"""Real browsers: the system's Chromium as tests/e2e starts it, and a bad network between it and the server."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.conftest import browser_type_launch_args, seeded, serving
from tests.e2e.walk import FAST
from tests.fault.proxy import Proxy
from tests.services.candid import Candid
from tests.services.wait import free_port
from tests.sockets import stored

__all__ = ["browser_type_launch_args", "seeded"]


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory, seeded: Candid) -> Iterator[Candid]:
    """One server for all that may share it, with clocks eight times faster."""
    yield from serving(Candid(tmp_path_factory.mktemp("shop"), settings=FAST), seeded)


class Behind(Candid):
    """A server that the world reaches through a proxy: at ``port``, while it listens at ``own_port``."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, settings=FAST)
        self.own_port = free_port()

    def command(self) -> list[str]:
        return [*super().command(), "--port", str(self.own_port)]


class Line:
    """The proxy of ``server`` in a thread of its own: Playwright has this one."""

    def __init__(self, server: Behind) -> None:
        self.server = server
        self.loop = asyncio.new_event_loop()
        self.proxy = Proxy(server.own_port, server.port)
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)

    def __enter__(self) -> Line:
        self.thread.start()
        asyncio.run_coroutine_threadsafe(self.proxy.__aenter__(), self.loop).result(5)
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self.proxy.__aexit__(), self.loop).result(5)
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(5)

    def goes_dead(self) -> None:
        self.loop.call_soon_threadsafe(self.proxy.blackhole)

    def comes_back(self) -> None:
        self.loop.call_soon_threadsafe(self.proxy.restore)


@pytest.fixture
def line(tmp_path: Path, seeded: Candid) -> Iterator[Line]:
    server = Behind(tmp_path)
    public = server.port
    server.take_over(seeded)
    server.port = public
    stored.rows(server, "UPDATE chat_site SET origins = ? WHERE slug = 'demo'", f'["{server.site_url}"]')
    with Line(server) as line:
        server.start()
        yield line
        server.stop()
