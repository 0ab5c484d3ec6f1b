"""What is measured, one at a time and each on new data: Candid as its users start it, and peers written for this."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypedDict

import psycopg

from tests.services.candid import ROOT
from tests.services.process import Service
from tests.services.wait import answers

PEERS = Path(__file__).parent / "peers"
#: Limits are on, and so high that one address may play everybody.
LIMITS = {"LIMITS_FACTOR": "100000"}
#: Sessions are signed with it, before and after a database is copied.
SETTINGS = {"DEMO": "0", "SECRET_KEY": "bench", **LIMITS}


class Sizes(TypedDict):
    """``agents`` × ``chats`` visitors with two tabs each; an ``audience`` of agents; events ``stored`` before."""

    agents: int
    chats: int
    audience: int
    askers: int
    crowd: int
    stored: int


FULL = Sizes(agents=10, chats=20, audience=100, askers=50, crowd=5_000, stored=1_000_000)
QUICK = Sizes(agents=2, chats=10, audience=10, askers=10, crowd=200, stored=20_000)


@dataclass(frozen=True)
class System:
    """``server`` and ``store`` as in its name; ``staged`` names what was stored before (ours only)."""

    name: str
    dialect: str
    server: str
    store: str = ""
    form: str = ""

    @property
    def ours(self) -> bool:
        return self.dialect == "candid"

    @property
    def messages(self) -> str:
        """Where their rows are, as SQL."""
        return {"stock": "stock_message", "socketio": "message"}.get(self.server, "chat_event WHERE kind = 'message'")


def _ours(server: str, store: str) -> System:
    return System(f"{server}, {store}", "candid", server, store)


SYSTEMS = {
    system.name: system
    for system in (
        *(_ours(server, store) for store in ("SQLite", "PostgreSQL") for server in ("Daphne", "uvicorn")),
        System("null", "plain", "null"),
        System("raw websockets", "plain", "raw"),
        System("stock Channels, SQLite", "plain", "stock", "SQLite"),
        System("stock Channels, PostgreSQL", "plain", "stock", "PostgreSQL"),
        System("stock Channels, PostgreSQL pool", "plain", "stock", "PostgreSQL", "pool"),
        System("socket.io, SQLite", "socketio", "socketio", "SQLite", "message"),
        System("socket.io, SQLite grouped", "socketio", "socketio", "SQLite", "group"),
        System("socket.io, PostgreSQL", "socketio", "socketio", "PostgreSQL", "message"),
        System("socket.io, PostgreSQL grouped", "socketio", "socketio", "PostgreSQL", "group"),
    )
}


@dataclass(frozen=True)
class Running:
    """A started system. ``roots``: pids of server, database, Redis; ``database``: URL or file, empty for none."""

    service: Service
    dialect: str
    cast: dict[str, Any]
    roots: list[int]
    database: str
    messages: str

    @property
    def url(self) -> str:
        return f"ws://127.0.0.1:{self.service.port}"

    @property
    def pid(self) -> int:
        assert self.service.process
        return self.service.process.pid

    def stored(self) -> int:
        """How many messages the database has."""
        count = f"SELECT count(*) FROM {self.messages}"  # noqa: S608 -- a name of our own
        if self.database.startswith("postgres"):
            with psycopg.connect(self.database) as server:
                return int(server.execute(count).fetchone()[0])  # type: ignore[index]
        with closing(sqlite3.connect(self.database, timeout=20)) as file:
            return int(file.execute(count).fetchone()[0])


class Peer(Service):
    """One of tests/bench/peers."""

    def __init__(self, folder: Path, system: System, settings: dict[str, str]) -> None:
        super().__init__(folder)
        self.system = system
        self.settings = {"PORT": str(self.port), "FORM": system.form, "STORE": system.store, **settings}

    def environment(self) -> dict[str, str]:
        return {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), **self.settings}

    def command(self) -> list[str]:
        name = self.system.server
        if name == "stock":
            daphne = ["-m", "daphne", "-b", "127.0.0.1", "-p", str(self.port), "--verbosity", "0"]
            return [sys.executable, *daphne, "tests.bench.peers.stock.asgi:application"]
        script = PEERS / f"{name}.py"
        return [sys.executable, str(script)] if script.exists() else ["node", str(PEERS / f"{name}.mjs")]

    def ready(self) -> bool:
        return answers(self.port)

    def prepare(self) -> None:
        if self.system.server == "stock":
            settings = {**self.environment(), "DJANGO_SETTINGS_MODULE": "tests.bench.peers.stock.settings"}
            migrate = [sys.executable, "-m", "django", "migrate", "--run-syncdb", "--verbosity", "0"]
            subprocess.run(migrate, check=True, env=settings, cwd=ROOT)
