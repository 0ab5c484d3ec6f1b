"""The only way to run Candid: server, sockets, bot, timers and mail in one process."""

from __future__ import annotations

import errno
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from chat import lifespan
from chat.delivery.alone import AnotherProcess, Claim, claim
from chat.delivery.servers import SERVERS, open_socket

ALONE = (
    "Another Candid process already serves this database. Stop it first, or set REDIS_URL for both: "
    "with Redis, any number of processes work together."
)


class Command(BaseCommand):
    help = "Serve widget, console, sockets and API; run the bot, the timers and the mail."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--server", choices=sorted(SERVERS), default="daphne")

    def handle(self, *, host: str, port: int, server: str, **options: Any) -> None:
        listener = listen(host, port)
        _check_migrated()
        held = _claim(alone=not settings.REDIS_URL)
        lifespan.current.process = process = lifespan.Process(held)
        from chat.asgi import application

        self.stdout.write(f"Candid listens on {host}:{port} ({server}). Ctrl-C stops it.")
        self.stdout.flush()
        SERVERS[server](application, listener, process)
        held.release()
        if process.superseded:
            raise CommandError(ALONE)


def listen(host: str, port: int) -> Any:
    try:
        return open_socket(host, port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise CommandError(f"Port {port} is taken. Choose another: PORT={port + 1}") from None
        raise CommandError(f"Cannot listen on {host}:{port}: {error.strerror}") from None


def _claim(*, alone: bool) -> Claim:
    try:
        return claim(alone=alone)
    except AnotherProcess:
        raise CommandError(ALONE) from None


def _check_migrated() -> None:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise CommandError("The database is behind this version. Run: python manage.py migrate")
