"""A private Redis that keeps nothing: stopped and started again, it is empty."""

from __future__ import annotations

from redis import Redis as Client
from redis.exceptions import ConnectionError as NotConnected

from tests.services.process import Service


class Redis(Service):
    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def command(self) -> list[str]:
        options = {"--bind": "127.0.0.1", "--save": "", "--appendonly": "no", "--dir": str(self.folder)}
        return ["redis-server", "--port", str(self.port), *(part for pair in options.items() for part in pair)]

    def ready(self) -> bool:
        with Client.from_url(self.url) as client:
            try:
                return bool(client.ping())
            except NotConnected:
                return False
