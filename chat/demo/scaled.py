"""The scaled set-up on one machine: PostgreSQL, Redis, nginx and PROCESSES of Candid, on loopback, with the demo in it.

Run by `make scaled`. In the foreground; Ctrl-C stops everything. PORT is nginx's; the others follow from it. What it
stores is in DATA_DIR (data/scaled), logs too. Nothing of the machine's own PostgreSQL, Redis or nginx is touched.
"""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import NoReturn

ROOT = Path(__file__).resolve().parents[2]
PORT = int(os.environ.get("PORT", "8000"))
PROCESSES = int(os.environ.get("PROCESSES", "2"))
SERVER = os.environ.get("SERVER", "daphne")
DATA = Path(os.environ.get("DATA_DIR", str(ROOT / "data" / "scaled"))).resolve()
POSTGRES_PORT, REDIS_PORT = PORT + 51, PORT + 52
PORTS = [PORT + 1 + n for n in range(PROCESSES)]
READY_SECONDS, STOP_SECONDS = 60, 20
MANAGE = [sys.executable, str(ROOT / "manage.py")]


class Problem(Exception):
    """Told in one line."""


class Part:
    """One process, its log, how it is asked to end, and how to see that it is there."""

    def __init__(
        self,
        name: str,
        command: list[str],
        *,
        ready: Callable[[], bool],
        stop: signal.Signals = signal.SIGTERM,
        user: str | None = None,
    ) -> None:
        self.name, self.ready, self._stop = name, ready, stop
        self.log = DATA / f"{name}.log"
        with self.log.open("wb") as log:
            # A session of its own: Ctrl-C reaches only us, and we stop them in order.
            self._process = subprocess.Popen(
                command, cwd=DATA, env=ENVIRONMENT, stdout=log, stderr=log, user=user, start_new_session=True
            )

    def is_dead(self) -> bool:
        return self._process.poll() is not None

    def wait(self) -> None:
        deadline = time.monotonic() + READY_SECONDS
        while not self.ready():
            if self.is_dead() or time.monotonic() > deadline:
                raise Problem(f"{self.name} did not start; the end of {self.log}:\n{self.end_of_log()}")
            time.sleep(0.1)

    def end_of_log(self) -> str:
        return self.log.read_text(errors="replace")[-1500:]

    def ask_to_end(self) -> None:
        if not self.is_dead():
            self._process.send_signal(self._stop)

    def end(self) -> None:
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()


# --- the parts -------------------------------------------------------------------------------------------------------
def postgres() -> Part:
    programs, user, folder = Path(program("initdb")).parent, owner_of_postgres(), DATA / "postgres"
    if not (folder / "PG_VERSION").exists():
        make_cluster(programs, folder, user)
    options = {"listen_addresses": "127.0.0.1", "unix_socket_directories": "", "max_connections": str(40 * PROCESSES)}
    flags = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
    command = [str(programs / "postgres"), "-D", str(folder), "-p", str(POSTGRES_PORT), *flags]
    # SIGINT is "fast": connections end, what was committed stays.
    return Part("postgres", command, ready=lambda: answers(POSTGRES_PORT), stop=signal.SIGINT, user=user)


def make_cluster(programs: Path, folder: Path, user: str | None) -> None:
    folder.mkdir(mode=0o700)
    word = DATA / "postgres-password.tmp"
    word.write_text(password())
    if user:
        for path in (folder, word):
            shutil.chown(path, user)
    options = ["--auth=scram-sha-256", "--username=candid", f"--pwfile={word}", "--encoding=UTF8", "--locale=C.UTF-8"]
    command = [str(programs / "initdb"), "-D", str(folder), *options]
    made = subprocess.run(command, capture_output=True, text=True, user=user, cwd="/", check=False)
    word.unlink()
    if made.returncode:
        shutil.rmtree(folder)
        raise Problem(f"PostgreSQL can't use {folder} (DATA_DIR names another folder): {made.stderr.strip()[-300:]}")


def redis() -> Part:
    """What it holds are hints and counts: nothing of it is kept."""
    config = DATA / "redis.conf"
    config.touch(mode=0o600)
    lines = ["bind 127.0.0.1", f"port {REDIS_PORT}", 'save ""', "appendonly no", f"requirepass {password()}"]
    config.write_text("\n".join([*lines, f'dir "{DATA}"', ""]))
    return Part("redis", [program("redis-server"), str(config)], ready=lambda: answers(REDIS_PORT))


def candid(port: int) -> Part:
    command = [*MANAGE, "serve", "--port", str(port), "--server", SERVER]
    return Part(f"candid-{port}", command, ready=lambda: status(f"http://127.0.0.1:{port}/readyz") == 200)


def nginx() -> Part:
    config = DATA / "nginx.conf"
    shutil.copytree(ROOT / "deploy" / "nginx", DATA / "candid", dirs_exist_ok=True)
    servers = "".join(f"    server 127.0.0.1:{port} max_fails=1 fail_timeout=2s;\n" for port in PORTS)
    config.write_text(f"""
daemon off;
pid {DATA}/nginx.pid;
error_log {DATA}/nginx.log;
events {{ worker_connections 4096; }}
http {{
  access_log off;
  include candid/zones.conf;
  {"".join(f"{name}_temp_path {DATA}/nginx-{name}; " for name in TEMPORARY)}
  upstream candid {{
    least_conn;
{servers}    keepalive 32;
  }}
  server {{
    listen 127.0.0.1:{PORT};
    include candid/locations.conf;
  }}
}}
""")
    command = [program("nginx"), "-c", str(config), "-e", str(DATA / "nginx.log"), *AS_ROOT]
    # SIGQUIT lets requests end.
    return Part("nginx", command, ready=lambda: status(f"{URL}/readyz") == 200, stop=signal.SIGQUIT)


TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
#: Its workers would leave root and couldn't enter a folder of root's.
AS_ROOT = ["-g", "user root;"] if os.geteuid() == 0 else []


# --- what they need --------------------------------------------------------------------------------------------------
def program(name: str) -> str:
    """Debian keeps PostgreSQL's programs off the PATH, and nginx off a user's."""
    versions = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[4]))
    found = str(versions[-1]) if versions else shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if not found:
        raise Problem(f"{name} is missing. Needed, by Debian's names: postgresql redis-server nginx")
    return found


def owner_of_postgres() -> str | None:
    """initdb refuses root: then the user of Debian's package."""
    return "postgres" if os.geteuid() == 0 else None


def password() -> str:
    """Of PostgreSQL and Redis; made once, readable by its owner alone."""
    path = DATA / "password"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(24))
    return path.read_text()


def environment() -> dict[str, str]:
    kept = ("PATH", "HOME", "LANG", "TZ", "BOT_PROFILE")
    inherited = {name: os.environ[name] for name in kept if name in os.environ}
    return {
        **inherited,
        "DATABASE_URL": f"postgres://candid:{password()}@127.0.0.1:{POSTGRES_PORT}/postgres",
        "REDIS_URL": f"redis://:{password()}@127.0.0.1:{REDIS_PORT}/0",
        "PUBLIC_URL": URL,
        "PORT": str(PORT),
        "TRUSTED_PROXIES": "127.0.0.1",
        "DATA_DIR": str(DATA),
        "DEMO": "1",
    }


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def status(url: str) -> int:
    try:
        with urllib.request.urlopen(url, timeout=2) as response:  # noqa: S310 -- our own
            return int(response.status)
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0


# --- all together ----------------------------------------------------------------------------------------------------
def begin(parts: list[Part]) -> None:
    """Each is in ``parts`` from the moment it runs, so that whatever happens it gets stopped."""
    for port in (PORT, *PORTS, POSTGRES_PORT, REDIS_PORT):
        if answers(port):
            raise Problem(f"Port {port} is taken. Choose another: PORT={PORT + 100}")
    for name in ("initdb", "redis-server", "nginx"):
        program(name)
    parts.append(postgres())
    parts.append(redis())
    for part in parts:
        part.wait()
    subprocess.run([*MANAGE, "demo", "--no-serve"], check=True, env=ENVIRONMENT)
    parts.extend(candid(port) for port in PORTS)
    for part in parts:
        part.wait()
    parts.append(nginx())
    parts[-1].wait()


def tell() -> None:
    print(f"\n  nginx               {URL}, in front of")
    for port in PORTS:
        print(f"  Candid ({SERVER})     http://127.0.0.1:{port}")
    print(f"  PostgreSQL, Redis   127.0.0.1:{POSTGRES_PORT}, 127.0.0.1:{REDIS_PORT}; password in {DATA / 'password'}")
    print(f"  Data and logs       {DATA}")
    print("\nscaled: ready. Ctrl-C stops everything; PROCESSES=4 starts four.", flush=True)


def watch(parts: list[Part]) -> NoReturn:
    """Until a signal, or until one of them ends by itself."""
    while True:
        for part in parts:
            if part.is_dead():
                raise Problem(f"{part.name} ended; the end of {part.log}:\n{part.end_of_log()}")
        time.sleep(0.5)


def stop(parts: list[Part]) -> None:
    """Candid while nginx still carries its goodbyes, the database last."""
    servers = [part for part in parts if part.name.startswith("candid")]
    others = [[part] for part in reversed(parts) if part not in servers]
    for group in (servers, *others):
        for part in group:
            part.ask_to_end()
        for part in group:
            part.end()


def interrupt(signum: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def main() -> int:
    signal.signal(signal.SIGTERM, interrupt)
    parts: list[Part] = []
    try:
        begin(parts)
        tell()
        watch(parts)
    except KeyboardInterrupt:
        print("\nscaled: stopping", flush=True)
        return 0
    except (Problem, subprocess.CalledProcessError) as problem:
        print(f"scaled: {problem}", file=sys.stderr)
        return 1
    finally:
        for signum in (signal.SIGINT, signal.SIGTERM):
            signal.signal(signum, signal.SIG_IGN)
        stop(parts)


URL = f"http://127.0.0.1:{PORT}"
DATA.mkdir(parents=True, exist_ok=True)
ENVIRONMENT = environment()

if __name__ == "__main__":
    sys.exit(main())
