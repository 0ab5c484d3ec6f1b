"""What is measured, one at a time and each on new data: Candid as its users start it, and peers written for this."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypedDict

import psycopg

from tests.services.candid import ROOT, Candid
from tests.services.postgres import Postgres
from tests.services.process import Service
from tests.services.redis import Redis
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
    """A started system. ``roots`` are the pids of server, database and Redis; ``service`` can be restarted."""

    service: Service
    dialect: str
    cast: dict[str, Any]
    roots: list[int]

    @property
    def url(self) -> str:
        return f"ws://127.0.0.1:{self.service.port}"

    @property
    def pid(self) -> int:
        assert self.service.process
        return self.service.process.pid


class Peer(Service):
    """One of tests/bench/peers."""

    def __init__(self, folder: Path, system: System, settings: dict[str, str]) -> None:
        super().__init__(folder)
        self.system = system
        self.settings = {"PORT": str(self.port), "FORM": system.form, "STORE": system.store.lower(), **settings}
        self.settings["STORE"] = {"postgresql": "postgres"}.get(self.settings["STORE"], self.settings["STORE"])

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


class Home:
    """Databases, and what was staged in them; gone when the bench ends."""

    def __init__(self, folder: Path, sizes: Sizes, server: Postgres, redis: Redis) -> None:
        self.folder = folder
        self.sizes = sizes
        self._postgres = server
        self._redis = redis
        self._staged: dict[str, dict[str, Any]] = {}
        self._count = 0

    @contextmanager
    def run(self, name: str) -> Iterator[Running]:
        """Start the system (of ours: "name / stage") on a copy of what was staged; it ends with the block."""
        plain, _, stage = name.partition(" / ")
        system = SYSTEMS[plain]
        self._count += 1
        folder = self.folder / f"run{self._count}"
        folder.mkdir()
        with ExitStack() as stack:
            stack.callback(shutil.rmtree, folder, ignore_errors=True)
            start = self._start_ours if system.ours else self._start_peer
            running = start(stack, folder, system, stage or "usual")
            try:
                yield running
            except Exception as error:
                error.add_note(f"{name} logged last:\n{running.service.log.read_text()[-2000:]}")
                raise

    def _start_ours(self, stack: ExitStack, folder: Path, system: System, stage: str) -> Running:
        cast = self._stage(system.store, stage)
        arguments = ("--server", system.server.lower())
        service = Candid(folder, settings=dict(SETTINGS), arguments=arguments)
        if system.store == "SQLite":
            shutil.copytree(self._stage_folder(stage), service.data, dirs_exist_ok=True)
        else:
            service.settings |= {"DATABASE_URL": self._database(stack, stage), "REDIS_URL": self._redis.url}
        return self._started(stack, service, system, cast)

    def _start_peer(self, stack: ExitStack, folder: Path, system: System, stage: str) -> Running:
        settings = {"DATABASE": str(folder / "peer.sqlite3")}
        if system.server == "stock":
            settings["DATABASE"] = f"sqlite:///{folder / 'peer.sqlite3'}"
        if system.store == "PostgreSQL":
            settings = {"DATABASE": self._database(stack, ""), "REDIS_URL": self._redis.url, "POOL": ""}
            settings["POOL"] = "1" if system.form == "pool" else ""
        service = Peer(folder, system, settings)
        service.prepare()
        return self._started(stack, service, system, peer_cast(self.sizes))

    def _started(self, stack: ExitStack, service: Service, system: System, cast: dict[str, Any]) -> Running:
        service.start()
        stack.callback(_end, service)
        assert service.process and self._postgres.process and self._redis.process
        shared = [self._postgres.process.pid, self._redis.process.pid] if system.store == "PostgreSQL" else []
        return Running(service, system.dialect, cast, [service.process.pid, *shared])

    # --- what was stored before ------------------------------------------------------------------------------------
    def _stage_folder(self, stage: str) -> Path:
        return self.folder / f"stage-{stage}"

    def _stage(self, store: str, stage: str) -> dict[str, Any]:
        key = f"{store} {stage}"
        if key not in self._staged:
            self._staged[key] = self._make_stage(store, stage)
        return self._staged[key]

    def _make_stage(self, store: str, stage: str) -> dict[str, Any]:
        parts = {"usual": ["append", "fanout", "bot", "paint"], "crowd": ["crowd"]}.get(stage, ["append", stage])
        folder = self.folder / f"making-{store}-{stage}"
        folder.mkdir()
        candid = Candid(folder, settings=dict(SETTINGS))
        if store == "PostgreSQL":
            with psycopg.connect(self._postgres.url, autocommit=True) as admin:
                admin.execute(f'CREATE DATABASE "stage_{stage}"')
                # Copies of it don't inherit this.
                admin.execute(f'ALTER DATABASE "stage_{stage}" SET synchronous_commit = off')
            candid.settings["DATABASE_URL"] = self._address(f"stage_{stage}")
        command = [sys.executable, "-m", "tests.bench.stage", json.dumps(self.sizes), *parts]
        made = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=candid.environment(), cwd=ROOT)
        if store == "SQLite":
            shutil.move(candid.data, self._stage_folder(stage))
        return dict(json.loads(made.stdout))

    def _address(self, database: str) -> str:
        return self._postgres.url.rpartition("/")[0] + f"/{database}"

    def _database(self, stack: ExitStack, stage: str) -> str:
        """A database like the staged one, or an empty one; dropped with the block."""
        name, template = f"run_{self._count}", f"stage_{stage}" if stage else "template0"
        with psycopg.connect(self._postgres.url, autocommit=True) as admin:
            # PostgreSQL 15's new way of copying writes a large database twice.
            how = "STRATEGY = FILE_COPY" if admin.info.server_version >= 150_000 else ""
            admin.execute(f'CREATE DATABASE {name} TEMPLATE "{template}" {how}')
            admin.execute("CHECKPOINT")
        stack.callback(self._drop, name)
        return self._address(name)

    def _drop(self, name: str) -> None:
        with psycopg.connect(self._postgres.url, autocommit=True) as admin:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _end(service: Service) -> None:
    with suppress(subprocess.TimeoutExpired):
        service.stop()


@contextmanager
def home(sizes: Sizes) -> Iterator[Home]:
    """PostgreSQL and Redis of the bench's own, with their usual settings: every commit reaches the disk."""
    with tempfile.TemporaryDirectory(prefix="candid-bench-") as name:
        folder = Path(name)
        (folder / "redis").mkdir()
        postgres, redis = Postgres(), Redis(folder / "redis")
        try:
            postgres.start()
            redis.start()
            yield Home(folder, sizes, postgres, redis)
        finally:
            redis.stop()
            postgres.stop()


def peer_cast(sizes: Sizes) -> dict[str, Any]:
    """The same people, by names: peers have no credentials."""
    chats = [f"chat{n}" for n in range(sizes["agents"] * sizes["chats"])]
    few = chats[: sizes["chats"]]
    holders = [chats[n : n + sizes["chats"]] for n in range(0, len(chats), sizes["chats"])]
    return {
        "append": {"visitors": _visitors("visitor", chats), "agents": _agents(holders)},
        "fanout": {"visitors": _visitors("visitor", few), "agents": _agents([few] * sizes["audience"])},
        "bot": {
            "visitors": _visitors("asker", [f"asks{n}" for n in range(sizes["askers"])]),
            "agents": [],
            "questions": ["When are you open?", "Where are you, and how do I get there?"],
        },
        "crowd": {"visitors": _visitors("visitor", [f"idle{n}" for n in range(sizes["crowd"])]), "agents": []},
        "paint": {"visitors": _visitors("visitor", ["long0", "long1", "long2"]), "agents": []},
    }


def _visitors(role: str, chats: list[str]) -> list[dict[str, str]]:
    return [{"who": f"{role}{n}", "conversation": chat} for n, chat in enumerate(chats)]


def _agents(chats: list[list[str]]) -> list[dict[str, Any]]:
    return [{"who": f"agent{n}", "conversations": mine} for n, mine in enumerate(chats)]
