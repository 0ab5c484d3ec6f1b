"""Composition root: HTTP to Django, each socket to its door."""

from __future__ import annotations

import os
from typing import Any

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chat.settings")
_django = get_asgi_application()

# Only now may anything be imported that touches models.
from channels.auth import AuthMiddlewareStack  # noqa: E402
from channels.routing import ProtocolTypeRouter, URLRouter  # noqa: E402
from django.urls import path  # noqa: E402

from chat.throttling import bounded  # noqa: E402
from console.socket import AgentSocket  # noqa: E402
from widget.socket import VisitorSocket  # noqa: E402


async def _no_such_socket(scope: Any, receive: Any, send: Any) -> None:
    await receive()
    await send({"type": "websocket.close", "code": 4003})


_sockets: list[Any] = [
    path("ws/visitor/", VisitorSocket.app),  # type: ignore[arg-type]
    path("ws/agent/", AuthMiddlewareStack(AgentSocket.app)),  # type: ignore[arg-type]
    path("<path:rest>", _no_such_socket),  # type: ignore[arg-type]
    path("", _no_such_socket),  # type: ignore[arg-type]
]

application = ProtocolTypeRouter({"http": _django, "websocket": bounded(URLRouter(_sockets))})
