"""Where systems live during a bench: databases of its own, and what was staged in them for copying."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg

from tests.bench.casts import peer_cast
from tests.bench.systems import SETTINGS, SYSTEMS, Peer, Running, Sizes, System
from tests.services.candid import ROOT, Candid
from tests.services.postgres import Postgres
from tests.services.process import Service
from tests.services.redis import Redis


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
        cast, database = self._stage(system.store, stage), str(folder / "data" / "candid.sqlite3")
        arguments = ("--server", system.server.lower())
        service = Candid(folder, settings=dict(SETTINGS), arguments=arguments)
        if system.store == "SQLite":
            shutil.copytree(self._stage_folder(stage), service.data, dirs_exist_ok=True)
        else:
            database = self._database(stack, stage)
            service.settings |= {"DATABASE_URL": database, "REDIS_URL": self._redis.url}
        return self._started(stack, service, system, cast, database)

    def _start_peer(self, stack: ExitStack, folder: Path, system: System, stage: str) -> Running:
        in_file = system.store != "PostgreSQL"
        database = str(folder / "peer.sqlite3") if in_file else self._database(stack, "")
        address = f"sqlite:///{database}" if in_file and system.server == "stock" else database
        settings = {"DATABASE": address, "REDIS_URL": "" if in_file else self._redis.url}
        service = Peer(folder, system, settings)
        service.prepare()
        return self._started(stack, service, system, peer_cast(self.sizes), database)

    def _started(
        self, stack: ExitStack, service: Service, system: System, cast: dict[str, Any], database: str
    ) -> Running:
        service.start()
        stack.callback(_end, service)
        assert service.process and self._postgres.process and self._redis.process
        shared = [self._postgres.process.pid, self._redis.process.pid] if system.store == "PostgreSQL" else []
        return Running(
            service,
            system.dialect,
            cast,
            [service.process.pid, *shared],
            database if system.store else "",
            system.messages,
        )

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
