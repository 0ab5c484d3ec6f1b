from __future__ import annotations

import os

from django.core.asgi import get_asgi_application

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.peers.stock.settings"
_django = get_asgi_application()

from channels.routing import ProtocolTypeRouter, URLRouter  # noqa: E402
from django.urls import path  # noqa: E402

from tests.bench.peers.stock.consumer import Chat  # noqa: E402

_sockets = [path("", Chat.as_asgi())]  # type: ignore[arg-type]
application = ProtocolTypeRouter({"http": _django, "websocket": URLRouter(_sockets)})  # type: ignore[arg-type]
