"""Candid itself as its users start it: `manage.py serve` in a process of its own, with a data folder of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import httpx

from tests.services.process import Service

ROOT = Path(__file__).resolve().parents[2]
#: Of everybody in the demo.
PASSWORD = "correct-horse-1"
#: As a default installation: the sentence encoder, installed here for its own tests, takes 200 MB a process.
LIGHT = {"BOT_PROFILE": "light"}
MANAGE = [sys.executable, str(ROOT / "manage.py")]


class Candid(Service):
    """The demo unless ``settings`` says otherwise. ``url`` serves widget and console, ``site_url`` the owner's page."""

    def __init__(
        self, folder: Path, *, settings: dict[str, str] | None = None, arguments: tuple[str, ...] = ()
    ) -> None:
        super().__init__(folder)
        self.data = folder / "data"
        self.data.mkdir()
        self.settings = settings or {}
        self.arguments = arguments

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def site_url(self) -> str:
        """Another host name, so that the widget's frame is truly cross-site."""
        return f"http://localhost:{self.port}"

    def environment(self) -> dict[str, str]:
        """Of our own environment only what a process needs: a test's DATABASE_URL must not leak in."""
        inherited = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TZ") if name in os.environ}
        own = {"DATA_DIR": str(self.data), "PORT": str(self.port), "PUBLIC_URL": self.url, "DEMO": "1"}
        return {**inherited, **own, **LIGHT, **self.settings}

    def command(self) -> list[str]:
        return [*MANAGE, "serve", "--host", "127.0.0.1", "--port", str(self.port), *self.arguments]

    def ready(self) -> bool:
        try:
            return httpx.get(f"{self.url}/readyz", timeout=2).status_code == httpx.codes.OK
        except httpx.TransportError:
            return False

    def manage(self, *arguments: str) -> None:
        """Run a management command to its end. Raises CalledProcessError."""
        subprocess.run([*MANAGE, *arguments], check=True, env=self.environment(), cwd=ROOT)

    def prepare(self) -> None:
        """A new database with the demo in it."""
        self.manage("migrate", "--verbosity", "0")
        self.manage("seed_demo", "--password", PASSWORD)
        # Tests run at any hour: whoever wants a closed shop says so.
        self.manage("shell", "-v", "0", "-c", "from chat.models import Site; Site.objects.update(hours={})")

    def take_over(self, other: Candid) -> None:
        """Start from what ``other``, not running, has stored; on its port, which the demo site's origin names."""
        self.port = other.port
        shutil.copytree(other.data, self.data, dirs_exist_ok=True)
