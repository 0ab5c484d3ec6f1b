"""Servers of a test's own, on SQLite files and on PostgreSQL, seeded with the cast."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from tests.fault.world import World
from tests.services.candid import Candid
from tests.services.postgres import Postgres
from tests.services.redis import Redis
from tests.sockets.conftest import Seeded, copy_of, seed, seeded

__all__ = ["seeded"]

#: The load of a test comes from one address. Limits have a row of their own (F14).
GENEROUS = {"LIMITS_FACTOR": "1000"}
#: Beats, leases and time limits so many times faster.
CLOCKS = 20.0


@pytest.fixture(scope="session")
def shared_postgres(postgres: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Seeded:
    settings = {"DATABASE_URL": postgres.url, "SECRET_KEY": "shared by all processes"}
    server = Candid(tmp_path_factory.mktemp("postgres"), settings=settings)
    return server, seed(server)


@pytest.fixture
def own_postgres(tmp_path: Path) -> Iterator[tuple[Postgres, Seeded]]:
    """One that a test may stop."""
    postgres = Postgres()
    postgres.start()
    settings = {"DATABASE_URL": postgres.url, "SECRET_KEY": "shared by all processes"}
    (tmp_path / "own").mkdir()
    server = Candid(tmp_path / "own", settings=settings)
    yield postgres, (server, seed(server))
    postgres.stop()


@pytest.fixture
def own_redis(tmp_path: Path) -> Iterator[Redis]:
    (tmp_path / "redis").mkdir()
    redis = Redis(tmp_path / "redis")
    redis.start()
    yield redis
    redis.stop()


class Theatre:
    """Opens worlds and closes them again."""

    def __init__(self, seeded: Callable[[str], Seeded], folders: pytest.TempPathFactory) -> None:
        self.seeded = seeded
        self.folders = folders
        self.worlds: list[World] = []
        self.servers: list[Candid] = []

    def __call__(
        self,
        database: str | Seeded = "sqlite",
        *,
        clocks: float = 1.0,
        port: int | None = None,
        settings: dict[str, str] | None = None,
        **how: Any,
    ) -> World:
        original, cookies = self.seeded(database) if isinstance(database, str) else database
        chosen = {**original.settings, **GENEROUS, "CLOCKS": str(clocks), **(settings or {})}
        server = self.server(original, settings=chosen, **how)
        world = World(server, cookies, clocks=clocks, port=port)
        self.worlds.append(world)
        return world

    def beside(self, world: World) -> Candid:
        """Another process on the same PostgreSQL."""
        return self.server(world.server, settings=dict(world.server.settings))

    def server(self, original: Candid, **how: Any) -> Candid:
        server = copy_of(original, self.folders.mktemp("own"), **how)
        self.servers.append(server)
        return server

    async def close(self) -> None:
        for world in self.worlds:
            await world.close()
        for server in self.servers:
            server.thaw()
            await asyncio.to_thread(server.kill9)


@pytest_asyncio.fixture
async def stage(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Theatre]:
    """The servers are not started yet."""
    names = {"sqlite": "seeded", "postgres": "shared_postgres"}

    def seeded(database: str) -> Seeded:
        found: Seeded = request.getfixturevalue(names[database])
        return found

    theatre = Theatre(seeded, tmp_path_factory)
    yield theatre
    await theatre.close()
