"""The scaled set-up as its users start it: `make scaled`'s script, on ports and in a folder of its own."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import httpx

from tests.services.candid import LIGHT, ROOT, Candid
from tests.services.wait import answers, free_port


class Scaled(Candid):
    ready_seconds = 60.0

    def __init__(self) -> None:
        # A folder of its own: PostgreSQL's user cannot enter root's.
        self._home = tempfile.TemporaryDirectory(prefix="candid-scaled-", ignore_cleanup_errors=True)
        folder = Path(self._home.name)
        folder.chmod(0o755)
        super().__init__(folder)
        while any(answers(port) for port in (*self.processes, self.port + 51, self.port + 52)):
            self.port = free_port()

    @property
    def processes(self) -> list[int]:
        """The ports of Candid's own, behind nginx."""
        return [self.port + 1, self.port + 2]

    def start(self) -> None:
        super().start()
        password = (self.data / "password").read_text()
        self.settings["DATABASE_URL"] = f"postgres://candid:{password}@127.0.0.1:{self.port + 51}/postgres"

    def environment(self) -> dict[str, str]:
        inherited = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TZ") if name in os.environ}
        return {**inherited, **LIGHT, "PORT": str(self.port), "DATA_DIR": str(self.data)}

    def command(self) -> list[str]:
        return [sys.executable, str(ROOT / "chat" / "demo" / "scaled.py")]

    def ready(self) -> bool:
        return "scaled: ready" in self.log.read_text()

    def sign_in(self, email: str) -> str:
        """Through nginx; returns the cookie."""
        with httpx.Client(base_url=self.url) as browser:
            browser.get("/accounts/login/")
            password = (self.data / "demo-password").read_text().strip()
            form = {"login": email, "password": password, "csrfmiddlewaretoken": browser.cookies["csrftoken"]}
            assert browser.post("/accounts/login/", data=form, headers={"Origin": self.url}).status_code == 302
            return f"sessionid={browser.cookies['sessionid']}"
