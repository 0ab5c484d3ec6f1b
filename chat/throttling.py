"""The limits at the two ways in: HTTP requests and WebSocket handshakes, before anything is looked up for them."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import structlog
from asgiref.sync import iscoroutinefunction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.decorators import sync_and_async_middleware

from chat import limits
from chat.clients import client_ip, ip_of_request, ip_of_scope, is_trusted
from chat.wire.codes import ErrorCode

log = structlog.get_logger()

#: Whoever watches over the process asks as often as they like.
FREE = {"/healthz", "/readyz"}
#: Seconds for who found no place for another socket.
FULL = 10


@sync_and_async_middleware
def throttle(get_response: Callable[[HttpRequest], Any]) -> Callable[[HttpRequest], Any]:
    if iscoroutinefunction(get_response):

        async def asynchronous(request: HttpRequest) -> HttpResponse:
            response: HttpResponse = _refused(request) or await get_response(request)
            return response

        return asynchronous

    def synchronous(request: HttpRequest) -> HttpResponse:
        response: HttpResponse = _refused(request) or get_response(request)
        return response

    return synchronous


def _refused(request: HttpRequest) -> HttpResponse | None:
    if request.path in FREE:
        return None
    wait = limits.buckets.take([(limits.REQUESTS, ip_of_request(request))])
    return _too_many(request, math.ceil(wait)) if wait else None


def _too_many(request: HttpRequest, seconds: int) -> HttpResponse:
    headers = {"Retry-After": str(seconds), "Cache-Control": "no-store"}
    if request.path.startswith("/api/"):
        return JsonResponse({"code": ErrorCode.RATE_LIMITED}, status=429, headers=headers)
    words = f"Too many requests from your network. Try again in {seconds} s."
    return HttpResponse(words, content_type="text/plain; charset=utf-8", status=429, headers=headers)


def bounded(application: Any) -> Any:
    """The sockets' ASGI application, for no more handshakes and sockets from one address than may be."""

    async def app(scope: Any, receive: Any, send: Any) -> None:
        ip = scope["ip"] = ip_of_scope(scope)
        wait = limits.buckets.take([(limits.HANDSHAKES, ip)])
        with limits.place_for(ip) as room:
            if room and not wait:
                await application(scope, receive, send)
                return
        limits.buckets.take([(limits.REFUSALS, ip)])
        await receive()
        log.info("socket.too_many", full=not room)
        await _deny(scope, send, math.ceil(wait) or FULL)

    return app


def floods(peer: str) -> bool:
    """Whether a new connection is from an address that was refused again and again: servers drop it unheard.

    An HTTP answer costs as much as a handshake. Behind a proxy of ours all connections are the proxy's, which has a
    limit of its own (deploy/nginx/zones.conf).
    """
    return not is_trusted(peer) and not limits.buckets.knock((limits.REFUSALS, client_ip(peer, "")))


async def _deny(scope: Any, send: Any, seconds: int) -> None:
    """HTTP 429 where the server can say it; every ASGI server can say 403."""
    if "websocket.http.response" not in scope.get("extensions", {}):
        await send({"type": "websocket.close"})
        return
    headers = [(b"retry-after", str(seconds).encode())]
    await send({"type": "websocket.http.response.start", "status": 429, "headers": headers})
    await send({"type": "websocket.http.response.body", "body": b""})
