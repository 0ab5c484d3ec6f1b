"""Daphne or uvicorn, on a socket that is already ours, with the same start and the same drain."""

from __future__ import annotations

import asyncio
import resource
import signal
import socket
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from chat.delivery.requests import Requests
from chat.wire.limits import FRAME_BYTES


class Lifespan(Protocol):
    async def start(self) -> None: ...
    async def drain(self) -> None: ...
    async def stop(self) -> None: ...


Application = Callable[[Any, Any, Any], Awaitable[None]]


#: Seconds. Our own beats tell a dead link; pings would only cost.
NO_PINGS = 24 * 3600


def raise_file_limit() -> None:
    """Each socket is an open file, and the usual 1,024 of them are few."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def open_socket(host: str, port: int) -> socket.socket:
    """Listening at once, so that a taken port is told before anything starts. Raises OSError."""
    raise_file_limit()
    listener = socket.create_server((host, port), backlog=1024)
    # Connections inherit it. asyncio sets it only where it made the socket itself, and without it an ack waits up to
    # 40 ms for the client's acknowledgement of the push before it (Nagle's algorithm, delayed ACK).
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    listener.setblocking(False)
    return listener


def serve_daphne(application: Application, listener: socket.socket, lifespan: Lifespan) -> None:
    # Only for who wants Daphne: importing it installs a reactor.
    from chat.delivery.backpressure import PatientServer  # isort: skip
    from twisted.internet import reactor as twisted_reactor

    reactor: Any = twisted_reactor
    loop: asyncio.AbstractEventLoop = reactor._asyncioEventloop
    requests = Requests(application)

    def ready() -> None:
        server.adapt_sockets()
        stop = _Stopper(lifespan, requests, reactor.stop)
        reactor.callWhenRunning(lambda: loop.create_task(_start(lifespan, reactor.stop)))
        for signum in (signal.SIGTERM, signal.SIGINT):
            signal.signal(signum, lambda *_: reactor.callFromThread(loop.create_task, stop()))

    server = PatientServer(
        requests,
        endpoints=[f"fd:fileno={listener.fileno()}"],
        signal_handlers=False,
        websocket_timeout=-1,
        websocket_max_message_size=FRAME_BYTES,
        websocket_max_frame_size=FRAME_BYTES,
        application_close_timeout=2,
        ping_interval=NO_PINGS,
        ready_callable=ready,
        server_name="candid",
        verbosity=0,
    )
    server.run()
    # From here on a signal ends what still runs, whatever it is.
    for signum in (signal.SIGTERM, signal.SIGINT):
        signal.signal(signum, signal.SIG_DFL)


def serve_uvicorn(application: Application, listener: socket.socket, lifespan: Lifespan) -> None:
    from chat.delivery.faster import Connection, Server, WebSocket  # isort: skip
    import uvicorn

    requests = Requests(application)
    server = Server(
        uvicorn.Config(
            requests,
            http=Connection,
            ws=WebSocket,
            lifespan="off",
            log_level="warning",
            ws_max_size=FRAME_BYTES,
            ws_per_message_deflate=False,
            ws_ping_interval=None,
            server_header=False,
            proxy_headers=False,  # chat/clients.py says whom to believe.
            timeout_graceful_shutdown=3,
        )
    )

    def end() -> None:
        server.should_exit = True

    async def run() -> None:
        stop = _Stopper(lifespan, requests, end)
        loop = asyncio.get_running_loop()
        for signum in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(signum, lambda: loop.create_task(stop()))
        await _start(lifespan, end)
        await server.serve(sockets=[listener])

    asyncio.run(run())


async def _start(lifespan: Lifespan, end: Callable[[], None]) -> None:
    try:
        await lifespan.start()
    except BaseException:
        end()
        raise


class _Stopper:
    """Drains once; a second signal ends at once."""

    def __init__(self, lifespan: Lifespan, requests: Requests, end: Callable[[], None]) -> None:
        self._lifespan = lifespan
        self._requests = requests
        self._end = end
        self._draining = False

    async def __call__(self) -> None:
        if not self._draining:
            self._draining = True
            self._requests.close()
            await self._lifespan.drain()
            await self._requests.finished()
            await self._lifespan.stop()
        self._end()


SERVERS = {"daphne": serve_daphne, "uvicorn": serve_uvicorn}
