"""A private PostgreSQL: own cluster, own port, gone with the test run."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from functools import cached_property
from pathlib import Path

import psycopg

from tests.services.process import Service


class Postgres(Service):
    #: "Fast": breaks connections, keeps everything committed.
    stop_signal = signal.SIGINT

    def __init__(self) -> None:
        # A folder of its own: whom initdb accepts cannot enter root's.
        self._home = tempfile.TemporaryDirectory(prefix="candid-postgres-", ignore_cleanup_errors=True)
        super().__init__(Path(self._home.name))
        self.data = self.folder / "data"
        if os.geteuid() == 0:
            self._leave_root()
        self._run("initdb", "--auth=trust", "--username=candid", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")

    @property
    def url(self) -> str:
        return f"postgres://candid@127.0.0.1:{self.port}/postgres"

    def command(self) -> list[str]:
        settings = {"listen_addresses": "127.0.0.1", "unix_socket_directories": "", "max_connections": "60"}
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        return [self._binary("postgres"), "-D", str(self.data), "-p", str(self.port), *options]

    def ready(self) -> bool:
        try:
            psycopg.connect(self.url, connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def _leave_root(self) -> None:
        """initdb refuses root: the folder and the processes go to a user without rights."""
        names = {entry.pw_name for entry in pwd.getpwall()}
        self.user = "postgres" if "postgres" in names else "nobody"
        shutil.chown(self.folder, self.user)

    def _run(self, name: str, *arguments: str) -> None:
        command = [self._binary(name), "-D", str(self.data), *arguments]
        subprocess.run(command, check=True, capture_output=True, user=self.user, cwd=self.folder)

    def _binary(self, name: str) -> str:
        return str(self._bin / name)

    @cached_property
    def _bin(self) -> Path:
        """Debian keeps the server's programs off the PATH; the newest version wins."""
        found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
        on_path = shutil.which("initdb")
        if not found and on_path is None:
            raise RuntimeError("PostgreSQL's server is not installed; tests/services/ensure installs it")
        return found[-1].parent if found else Path(str(on_path)).resolve().parent
