"""Daphne or uvicorn, on a socket that is already ours, with the same start and the same drain."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import socket
from collections.abc import Awaitable, Callable, Iterator
from typing import Any, Protocol

from chat.wire.limits import FRAME_BYTES


class Lifespan(Protocol):
    async def start(self) -> None: ...
    async def drain(self) -> None: ...


#: How long a stopping process waits for its HTTP requests.
REQUEST_SECONDS = 3.0

Application = Callable[[Any, Any, Any], Awaitable[None]]


def open_socket(host: str, port: int) -> socket.socket:
    """Listening at once, so that a taken port is told before anything starts. Raises OSError."""
    listener = socket.create_server((host, port), backlog=1024)
    listener.setblocking(False)
    return listener


def serve_daphne(application: Application, listener: socket.socket, lifespan: Lifespan) -> None:
    # Only for who wants Daphne: importing it installs a reactor.
    from chat.delivery.backpressure import PatientServer  # isort: skip
    from twisted.internet import reactor as twisted_reactor

    reactor: Any = twisted_reactor
    loop: asyncio.AbstractEventLoop = reactor._asyncioEventloop
    requests = _Requests(application)

    def ready() -> None:
        server.adapt_sockets()
        stop = _Stopper(lifespan, reactor.stop, requests.finish)
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
        ready_callable=ready,
        server_name="candid",
        verbosity=0,
    )
    server.run()
    # From here on a signal ends what still runs, whatever it is.
    for signum in (signal.SIGTERM, signal.SIGINT):
        signal.signal(signum, signal.SIG_DFL)


def serve_uvicorn(application: Application, listener: socket.socket, lifespan: Lifespan) -> None:
    import uvicorn

    class Server(uvicorn.Server):
        @contextlib.contextmanager
        def capture_signals(self) -> Iterator[None]:
            yield  # Ours drain first.

    server = Server(
        uvicorn.Config(
            application,
            lifespan="off",
            log_level="warning",
            ws_max_size=FRAME_BYTES,
            ws_per_message_deflate=False,
            server_header=False,
            timeout_graceful_shutdown=3,
        )
    )

    def end() -> None:
        server.should_exit = True

    async def run() -> None:
        stop = _Stopper(lifespan, end)
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

    def __init__(
        self, lifespan: Lifespan, end: Callable[[], None], finish: Callable[[], Awaitable[None]] | None = None
    ) -> None:
        self._lifespan = lifespan
        self._end = end
        self._finish = finish
        self._draining = False

    async def __call__(self) -> None:
        if not self._draining:
            self._draining = True
            await self._lifespan.drain()
            if self._finish:
                await self._finish()
        self._end()


class _Requests:
    """HTTP requests under way. Daphne forgets one whose client hangs up; its worker thread, waiting for a loop that
    has stopped, would keep the process for ever.
    """

    def __init__(self, application: Application) -> None:
        self._application = application
        self._tasks: set[asyncio.Task[Any]] = set()
        self._over = False

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self._application(scope, receive, send)
        elif self._over:
            await send({"type": "http.response.start", "status": 503, "headers": [(b"retry-after", b"1")]})
            await send({"type": "http.response.body"})
        elif task := asyncio.current_task():
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
            await self._application(scope, receive, send)

    async def finish(self) -> None:
        """Take no more; returns when those under way have ended, or were told to."""
        self._over = True
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=REQUEST_SECONDS)
            for task in late:
                task.cancel()
            if late:
                await asyncio.wait(late, timeout=1)


SERVERS = {"daphne": serve_daphne, "uvicorn": serve_uvicorn}
