"""What machines ask for: the schema, and whether we are well."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.test import Client

from chat import lifespan
from chat.actions.refusals import refusal
from chat.delivery.alone import claim
from chat.lifespan import Process
from chat.storing import storing


@pytest.fixture
def process(monkeypatch: pytest.MonkeyPatch) -> Iterator[Process]:
    claimed = claim(alone=True)
    process = Process(claimed)
    monkeypatch.setattr(lifespan.current, "process", process)
    monkeypatch.setattr(storing, "works", True)
    yield process
    claimed.release()


def ready(client: Client) -> tuple[int, dict[str, Any]]:
    response = client.get("/readyz")
    return response.status_code, response.json()


def test_the_schema_is_made_without_a_warning(tmp_path: Path) -> None:
    file = tmp_path / "schema.yml"
    call_command("spectacular", file=str(file), fail_on_warn=True, validate=True)
    assert "/api/v1/faq/{public_id}/" in file.read_text()


@pytest.mark.django_db
def test_the_schema_is_served(client: Client) -> None:
    assert client.get("/api/schema/").status_code == 200


def test_a_live_process_says_so_without_a_database(client: Client) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}


@pytest.mark.django_db
def test_a_process_is_ready_between_start_and_drain(client: Client, process: Process) -> None:
    assert ready(client)[0] == 503
    process.ready = True
    assert ready(client) == (200, {"ready": True, "started": True, "database": True, "storing": True})


@pytest.mark.django_db
def test_without_its_database_it_is_not_ready(
    client: Client, process: Process, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away() -> None:
        raise DatabaseError

    process.ready = True
    monkeypatch.setattr(connection, "cursor", away)
    assert ready(client) == (503, {"ready": False, "started": True, "database": False, "storing": True})


@pytest.mark.django_db
def test_who_could_not_store_is_not_ready_until_it_can(client: Client, process: Process) -> None:
    process.ready = True
    refusal(DatabaseError())
    assert ready(client)[0] == 503
    storing.try_again()
    assert ready(client)[0] == 200
