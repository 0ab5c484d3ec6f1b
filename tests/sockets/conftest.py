"""Real server processes and a cast: visitor Vera, agents Ana and Ben, owner Olga; Charlie is at another site."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from tests.services.candid import ROOT, Candid
from tests.services.postgres import Postgres
from tests.services.redis import Redis
from tests.sockets import stored
from tests.sockets.client import Agent, Client, Visitor

#: The protocol's clocks, so much faster: a lease of 3 s, beats every 0.5 and 1 s.
FAST = {"CLOCKS": "20"}
#: For tests that say more in a second than anyone types in an hour.
GENEROUS = {"LIMITS_FACTOR": "100"}
#: A tenth of all limits: 6 messages, 30 frames, 50 sockets and 20 handshakes an address, 2 sockets a person.
TENTH = {"LIMITS_FACTOR": "0.1"}


def seed(server: Candid) -> dict[str, str]:
    """Everybody's session cookie, by first name."""
    command = [sys.executable, "-m", "tests.sockets.seed"]
    made = subprocess.run(command, check=True, capture_output=True, env=server.environment(), cwd=ROOT)
    return {name: f"sessionid={key}" for name, key in json.loads(made.stdout).items()}


class House:
    """A server, and how people come to it."""

    def __init__(self, server: Candid, cookies: dict[str, str]) -> None:
        self.server = server
        self.cookies = cookies
        self.guests: list[Client] = []

    def visitor(self, *, site: str = "demo", credential: str | None = None, fresh: bool = True) -> Visitor:
        key = stored.site_key(self.server, site)
        visitor = Visitor(self.server, site=key, credential=credential, fresh=fresh)
        self.guests.append(visitor)
        return visitor

    def agent(self, name: str) -> Agent:
        agent = Agent(self.server, cookie=self.cookies[name])
        self.guests.append(agent)
        return agent

    async def close(self) -> None:
        for guest in self.guests:
            await guest.leave()


Seeded = tuple[Candid, dict[str, str]]
#: Starts a server of one's own, with settings and arguments, on what was seeded.
Start = Callable[..., House]


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Seeded:
    """A data folder that others are copied from, and everybody's session in it."""
    candid = Candid(tmp_path_factory.mktemp("seeded"))
    return candid, seed(candid)


@pytest.fixture(scope="session", params=["daphne"])
def shared(
    request: pytest.FixtureRequest, seeded: Seeded, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Candid]:
    """For tests that leave it as they found it."""
    arguments = ("--server", request.param)
    server = copy_of(seeded[0], tmp_path_factory.mktemp("shared"), settings=GENEROUS, arguments=arguments)
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def fast(seeded: Seeded, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Candid]:
    """As ``shared``, with hurrying clocks."""
    server = copy_of(seeded[0], tmp_path_factory.mktemp("fast"), settings=FAST)
    server.start()
    yield server
    server.stop()


def copy_of(original: Candid, folder: Path, **how: Any) -> Candid:
    server = Candid(folder, **how)
    shutil.copytree(original.data, server.data, dirs_exist_ok=True)
    return server


@pytest_asyncio.fixture
async def house(shared: Candid, seeded: Seeded) -> AsyncIterator[House]:
    house = House(shared, seeded[1])
    yield house
    await house.close()


@pytest_asyncio.fixture
async def fast_house(fast: Candid, seeded: Seeded) -> AsyncIterator[House]:
    house = House(fast, seeded[1])
    yield house
    await house.close()


@pytest_asyncio.fixture
async def start(seeded: Seeded, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Start]:
    houses: list[House] = []

    def start(**how: Any) -> House:
        house = House(copy_of(seeded[0], tmp_path_factory.mktemp("own"), **how), seeded[1])
        houses.append(house)
        house.server.start()
        return house

    yield start
    for house in houses:
        await house.close()
        house.server.stop()


@pytest.fixture(scope="session")
def on_postgres(postgres: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Seeded:
    """Everybody in a database that processes can share."""
    settings = {"DATABASE_URL": postgres.url, "SECRET_KEY": "shared by all processes"}
    server = Candid(tmp_path_factory.mktemp("postgres"), settings=settings)
    return server, seed(server)


Services = tuple[Candid, Candid, Redis]
Pair = tuple[House, House, Redis]


@pytest.fixture(scope="module")
def services(on_postgres: Seeded, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """Two processes on one database, and the Redis between them."""
    redis = Redis(tmp_path_factory.mktemp("redis"))
    redis.start()
    settings = {**on_postgres[0].settings, **FAST, **TENTH, "REDIS_URL": redis.url}
    here, there = (Candid(tmp_path_factory.mktemp(name), settings=settings) for name in ("a", "b"))
    with ThreadPoolExecutor() as threads:
        list(threads.map(Candid.start, (here, there)))
    yield here, there, redis
    for service in (here, there, redis):
        service.stop()


@pytest_asyncio.fixture
async def pair(services: Services, on_postgres: Seeded) -> AsyncIterator[Pair]:
    here, there, redis = services
    houses = House(here, on_postgres[1]), House(there, on_postgres[1])
    yield *houses, redis
    for house in houses:
        await house.close()
