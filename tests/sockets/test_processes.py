"""One process per database unless Redis joins several; and what a start that can't be says."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.services.candid import ROOT, Candid
from tests.services.redis import Redis
from tests.sockets import stored
from tests.sockets.conftest import Seeded, Start, copy_of


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
