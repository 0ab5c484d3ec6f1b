"""One process per database, or several with Redis; and what a start that can't be says."""

from __future__ import annotations

import subprocess
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import pytest_asyncio
from redis import Redis as Client

from tests.services.candid import ROOT, Candid
from tests.services.postgres import Postgres
from tests.services.redis import Redis
from tests.services.wait import until
from tests.sockets import stored
from tests.sockets.client import Agent, Visitor
from tests.sockets.conftest import FAST, House, Seeded, Start, copy_of, seed


@pytest.fixture(scope="session")
def on_postgres(postgres: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Seeded:
    """Everybody in a database that processes can share."""
    settings = {"DATABASE_URL": postgres.url, "SECRET_KEY": "shared by all processes"}
    server = Candid(tmp_path_factory.mktemp("postgres"), settings=settings)
    return server, seed(server)


def another(server: Candid, **settings: str) -> subprocess.CompletedProcess[str]:
    """A start that must fail: on the same data, on its own port."""
    environment = {**server.environment(), **settings}
    command = [*server.command(), "--port", "0"]
    return subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT, timeout=20)


REFUSED = "Another Candid process already serves this database."


def is_refused(answer: subprocess.CompletedProcess[str], why: str) -> None:
    """In words for whoever started it."""
    assert answer.returncode != 0
    assert why in answer.stderr
    assert "Traceback" not in answer.stderr


def test_a_second_process_on_one_sqlite_file_is_refused(start: Start, redis: Redis) -> None:
    house = start()
    is_refused(another(house.server), REFUSED)
    is_refused(another(house.server, REDIS_URL=redis.url), REFUSED)
    assert house.server.ready()
    house.server.kill9()
    house.server.start()


def test_a_second_process_on_one_postgres_is_refused(on_postgres: Seeded) -> None:
    server, _ = on_postgres
    server.start()
    is_refused(another(server), REFUSED)
    assert server.ready()
    server.kill9()
    server.start()
    server.stop()


def test_a_taken_port_is_named(shared: Candid) -> None:
    command, port = shared.command(), shared.port
    answer = subprocess.run(command, capture_output=True, text=True, env=shared.environment(), cwd=ROOT)
    is_refused(answer, f"Port {port} is taken. Choose another: PORT={port + 1}")


def test_an_address_that_is_not_ours_is_named(shared: Candid) -> None:
    command = [*shared.command(), "--host", "192.0.2.1"]
    answer = subprocess.run(command, capture_output=True, text=True, env=shared.environment(), cwd=ROOT)
    is_refused(answer, f"Cannot listen on 192.0.2.1:{shared.port}")


def test_a_database_that_is_behind_is_named(tmp_path: Path, seeded: Seeded) -> None:
    server = copy_of(seeded[0], tmp_path)
    stored.rows(server, "DELETE FROM django_migrations WHERE app = 'chat'")
    is_refused(another(server), "Run: python manage.py migrate")


Services = tuple[Candid, Candid, Redis]
Pair = tuple[House, House, Redis]


@pytest.fixture(scope="module")
def services(on_postgres: Seeded, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """Two processes on one database, and the Redis between them."""
    redis = Redis(tmp_path_factory.mktemp("redis"))
    redis.start()
    settings = {**on_postgres[0].settings, **FAST, "REDIS_URL": redis.url}
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


async def apart(pair: Pair) -> tuple[Visitor, Agent, str]:
    """Vera at one process and Ana at the other, in one chat."""
    vera, ana = await pair[0].visitor().come(), await pair[1].agent("ana").come()
    conversation = await vera.asks_for_a_person()
    await ana.hears("inbox", ref=None)
    await ana.opens(conversation)
    await ana.takes(conversation)
    await vera.sees("agent_joined")
    return vera, ana, conversation


async def exchange(vera: Visitor, ana: Agent, conversation: str, word: str) -> None:
    await ana.writes(conversation, f"{word} from Ana")
    await vera.sees("message", text=f"{word} from Ana")
    await vera.writes(f"{word} from Vera")
    await ana.sees("message", text=f"{word} from Vera")


async def test_visitor_and_agent_talk_across_processes(pair: Pair) -> None:
    await exchange(*await apart(pair), "Hello")


def subscribers(redis: Redis) -> int:
    with Client.from_url(redis.url) as client:
        return int(client.pubsub_numsub("candid")[0][1])


async def test_without_redis_delivery_waits_for_a_heartbeat(pair: Pair) -> None:
    vera, ana, conversation = await apart(pair)
    redis = pair[2]
    redis.kill9()
    await exchange(vera, ana, conversation, "Redis is gone")
    redis.start()
    until(lambda: subscribers(redis) == 2, seconds=5, what="both listen again")
    vera.answers_beats = ana.answers_beats = False  # Only pushes bring anything from here on.
    await exchange(vera, ana, conversation, "Live again")


async def test_rights_lost_at_one_process_end_the_socket_at_the_other(pair: Pair) -> None:
    ben = await pair[1].agent("ben").come()
    stored.rows(pair[0].server, "UPDATE chat_user SET is_active = FALSE WHERE email = 'ben@marlpit.example'")
    assert await ben.gone(within=2) == 4003
