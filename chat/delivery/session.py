"""One WebSocket, as a plain ASGI application: hello first, frames in, pushes out, heartbeat both ways.

Doors subclass it and say what their frames mean. It is not a Channels consumer: those hop through one thread for
every event (docs/decisions/0002). Pushes wait in a bounded buffer: who doesn't read in time is closed and resyncs.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any, ClassVar, Protocol

import structlog
from django.conf import settings

from chat import failpoints
from chat.actions.refusals import REFUSALS, RETRY_AFTER, ActionRefused, refusal
from chat.delivery.fanout import fanout
from chat.limits import FRAMES, Bucket, Charge, Limited, Place, buckets, sockets
from chat.policy import AgentActor
from chat.wire import server_frames as s
from chat.wire.codes import CloseCode, ErrorCode
from chat.wire.limits import DEAD_AFTER, HELLO_WITHIN
from chat.wire.parse import Parser, WireError, encode

log = structlog.get_logger()

#: Bytes that may wait for one socket before it is told to come back and resume.
BUFFER_BYTES = 512 * 1024

#: Seconds, as many as the protocol says unless a test hurries.
HELLO_SECONDS = HELLO_WITHIN / settings.CLOCKS
DEAD_SECONDS = DEAD_AFTER / settings.CLOCKS
#: How long one frame may take to leave, and the last words of a socket that ends.
SEND_SECONDS = 20 / settings.CLOCKS
LAST_WORD_SECONDS = 1
#: Seconds over which the sockets of a stopping process come back.
SPREAD = 2.0
#: Refusals in a row for going too fast, after which the socket ends; seconds until it may come back, or find room.
PATIENCE = 20
COOL_DOWN = 10.0

Handler = Callable[[Any, Any], Awaitable[None]]


class Line(Protocol):
    """What a server's socket can do beyond ASGI."""

    def take(self, frames: Iterable[bytes]) -> bool:
        """Send text frames now, all of them; False if the reader is slow or gone, and none was."""


class Closed(Exception):
    """This socket is over; ``code`` says why."""

    def __init__(self, code: CloseCode, retry_after: float | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.retry_after = retry_after


class Session:
    """Subclasses set ``parser``, ``heartbeat`` (seconds) and ``handlers`` (frame type → method)."""

    parser: ClassVar[Parser[Any]]
    heartbeat: ClassVar[int]
    handlers: ClassVar[Mapping[type[Any], Handler]]

    #: All sockets of this process.
    alive: ClassVar[set[Session]] = set()
    #: The process stops: who comes is sent away.
    draining: ClassVar[bool] = False

    #: Of a signed-in person: session key and actor. Every second somebody looks whether it still holds.
    login: tuple[str, AgentActor] | None = None
    #: Of a visitor who has written: the credential's hash. Likewise.
    credential: str | None = None
    #: What each command costs.
    charges: Sequence[Charge] = ()

    def __init__(self, scope: Any, receive: Any, send: Any) -> None:
        self.scope = scope
        self._receive = receive
        self._send = send
        # There are thousands of these: what may never be needed is made when it is.
        self._out: list[bytes] = []
        self._out_bytes = 0
        #: The server's own socket where it has one to offer, and whether frames wait their turn beside it.
        self._line: Line | None = scope.get("extensions", {}).get("candid.socket")
        self._writing = False
        self._end: Closed | None = None
        self._heard = time.monotonic()
        self._topics: set[str] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._frames = Bucket(FRAMES, self._heard)
        self._too_fast = 0
        self._places: list[Place] = []
        self.greeted = False
        loop = asyncio.get_running_loop()
        #: The client is gone, or all was said before the end; then, when the farewell is over, too.
        self._done: asyncio.Future[None] = loop.create_future()
        self.over: asyncio.Future[None] = loop.create_future()

    @classmethod
    async def app(cls, scope: Any, receive: Any, send: Any) -> None:
        """The ASGI application: one session per connection."""
        await cls(scope, receive, send).run()

    # --- what doors say --------------------------------------------------------------------------------------------
    async def greet(self, frame: Any) -> None:
        """Handle the first frame. Raises Closed, or one of REFUSALS, to turn the client away."""
        raise NotImplementedError

    async def beat(self) -> s.Heartbeat:
        raise NotImplementedError

    async def control(self, word: bytes) -> None:
        """A word from another part of the house, such as that rights changed."""

    async def gone(self) -> None:
        """The connection is over; its topics are given up already."""

    def rights_are(self, actor: AgentActor | None) -> None:
        """What the person of ``login`` may do now; None when that is over."""

    def may(self) -> bool:
        """Whether this connection may open a socket at all; asked before it is accepted."""
        return True

    def allowed(self, frame: Any) -> bool:
        """Whether the policy lets this actor send this frame."""
        raise NotImplementedError

    # --- the connection --------------------------------------------------------------------------------------------
    async def run(self) -> None:
        await self._receive()
        if not own_origin(self.scope) or not self.may():
            log.info("socket.refused", path=self.scope["path"])
            await self._send({"type": "websocket.close", "code": CloseCode.FORBIDDEN})
            return
        await self._send({"type": "websocket.accept"})
        self.alive.add(self)
        if self.draining:
            self.send_away()
        try:
            await self._live()
            await self._close()
        finally:
            self.alive.discard(self)
            self.over.set_result(None)
            for place in self._places:
                sockets.leave(place)
            if self.greeted and not self.draining:
                with suppress(*REFUSALS):
                    await self.gone()

    async def _live(self) -> None:
        """Until the client is gone, or all was said before the end."""
        self._beat_later()
        self._spawn(self._read())
        try:
            await self._done
        finally:
            self._clock.cancel()
            for topic in tuple(self._topics):
                self.ignore(topic)
            for task in tuple(self._tasks):
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        """A fault in it ends the socket."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        fault = None if task.cancelled() else task.exception()
        if fault:
            self.end(CloseCode.RECONNECT, retry_after=RETRY_AFTER)
            # An OSError is uvicorn's way to say that the client is gone.
            if not isinstance(fault, OSError):
                log.error("socket.fault", exc_info=fault)
            self._finish()

    def _finish(self) -> None:
        if not self._done.done():
            self._done.set_result(None)

    def end(self, code: CloseCode, retry_after: float | None = None) -> None:
        """Say bye and close, after what is already on its way. Callable from the loop's thread only."""
        if self._end is None:
            self._end = Closed(code, retry_after)
            asyncio.get_running_loop().call_soon(self._flush)

    def send_away(self) -> None:
        """To another process or to this one's successor; not all at once."""
        self.end(CloseCode.RECONNECT, retry_after=round(random.uniform(0.2, SPREAD), 2))  # noqa: S311

    def enter(self, *places: Place) -> None:
        """Take a place among the sockets that may be open. Raises Closed where there is none."""
        for place in places:
            if not sockets.enter(place):
                log.info("socket.too_many", of=place[0].name)
                raise Closed(CloseCode.RATE_LIMITED, retry_after=COOL_DOWN)
            self._places.append(place)

    def listen(self, topic: str) -> None:
        self._topics.add(topic)
        fanout.hub.subscribe(topic, self)

    def ignore(self, topic: str) -> None:
        self._topics.discard(topic)
        fanout.hub.unsubscribe(topic, self)

    def push(self, topic: str, frame: bytes) -> None:
        if frame.startswith(b"{"):
            self._queue(frame)
        else:
            self._spawn(self._obey(frame))

    async def _obey(self, word: bytes) -> None:
        with suppress(*REFUSALS):
            await self.control(word)

    def say(self, frame: s.ServerFrame) -> None:
        self._queue(encode(frame))

    def _queue(self, frame: bytes) -> None:
        if self._end:
            return
        if self._out and self._out_bytes + len(frame) > BUFFER_BYTES:
            # Nobody reads: what waits is worthless, the client will resume.
            self._out.clear()
            self._too_slow()
            return
        if not self._out:
            # What is said in this turn of the loop leaves together.
            asyncio.get_running_loop().call_soon(self._flush)
        self._out.append(frame)
        self._out_bytes += len(frame)

    def _flush(self) -> None:
        """Straight out where the server can and the reader keeps up; else ``_write`` has the patience."""
        if self._writing or self._done.done():
            return
        if self._out and self._line and self._line.take(self._out):
            self._sent(*self._out)
            self._out.clear()
            self._out_bytes = 0
        if self._out:
            self._writing = True
            self._spawn(self._write())
        elif self._end:
            self._finish()

    # --- in --------------------------------------------------------------------------------------------------------
    async def _read(self) -> None:
        deadline = asyncio.get_running_loop().call_later(HELLO_SECONDS, self.end, CloseCode.CREDENTIAL_REFUSED)
        try:
            while (message := await self._receive())["type"] != "websocket.disconnect":
                # Only the client's own delay counts: hello may take as long as the database does.
                deadline.cancel()
                self._heard = time.monotonic()
                if message.get("bytes") is not None:
                    raise Closed(CloseCode.UNSUPPORTED_DATA)
                # Who is being sent away may take long to leave, and does nothing more meanwhile.
                if self._end is None:
                    await self._handle(message["text"])
            self._finish()
        except Closed as closed:
            self.end(closed.code, closed.retry_after)
        finally:
            deadline.cancel()

    async def _handle(self, raw: str) -> None:
        self._count_frame()
        try:
            frame = self.parser.parse(raw)
        except WireError as error:
            self._refuse(refusal(error))
            return
        cmid, ref = getattr(frame, "cmid", None), getattr(frame, "ref", None)
        try:
            await self._dispatch(frame)
        except REFUSALS as error:
            self._refuse(refusal(error, cmid=cmid, ref=ref))
        except Closed:
            raise
        except Exception:
            log.exception("socket.fault", frame=type(frame).__name__)
            self._refuse(s.Refused(code=ErrorCode.UNAVAILABLE, cmid=cmid, ref=ref, retry_after=RETRY_AFTER))

    def _count_frame(self) -> None:
        if self._frames.wait(self._heard):
            log.info("socket.too_fast", path=self.scope["path"])
            raise Closed(CloseCode.RATE_LIMITED, retry_after=COOL_DOWN)
        self._frames.spend()

    def _charge(self) -> None:
        """A command's tokens. Raises Limited, or Closed for who goes on all the same."""
        try:
            buckets.charge(self.charges)
        except Limited as limited:
            self._too_fast += 1
            if self._too_fast > PATIENCE:
                raise Closed(CloseCode.RATE_LIMITED, retry_after=max(COOL_DOWN, limited.retry_after)) from None
            raise
        self._too_fast = 0

    async def _dispatch(self, frame: Any) -> None:
        if not self.greeted:
            if not type(frame).__name__.endswith("Hello"):
                raise Closed(CloseCode.CREDENTIAL_REFUSED)
            await self.greet(frame)
            self.greeted = True
            return
        handler = self.handlers.get(type(frame))
        if handler is None or not self.allowed(frame):
            raise ActionRefused(ErrorCode.FORBIDDEN)
        if hasattr(frame, "cmid"):
            self._charge()
        await handler(self, frame)

    def _refuse(self, refused: s.Refused) -> None:
        self.say(refused)
        if not self.greeted:
            again = refused.code is ErrorCode.UNAVAILABLE
            self.end(CloseCode.RECONNECT if again else CloseCode.CREDENTIAL_REFUSED, refused.retry_after)

    # --- out -------------------------------------------------------------------------------------------------------
    async def _write(self) -> None:
        """Until all has left, or a frame takes too long to leave."""
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(SEND_SECONDS) as patience:
                while self._out:
                    frame = self._out.pop(0)
                    self._out_bytes -= len(frame)
                    await self._send({"type": "websocket.send", "text": frame.decode()})
                    self._sent(frame)
                    patience.reschedule(loop.time() + SEND_SECONDS)
        except TimeoutError:
            self._too_slow()
        self._writing = False
        if self._end:
            self._finish()

    def _sent(self, *frames: bytes) -> None:
        if failpoints.ACKS and any(frame.startswith(b'{"type":"ack"') for frame in frames):
            asyncio.get_running_loop().call_later(failpoints.LEAVING, failpoints.hit, "after_ack")

    def _too_slow(self) -> None:
        log.info("socket.too_slow", path=self.scope["path"])
        self.end(CloseCode.TOO_SLOW, retry_after=1.0)

    async def _close(self) -> None:
        if self._end is None:
            return
        code, retry_after = self._end.code, self._end.retry_after
        bye = encode(s.Bye(code=code, retry_after=retry_after)).decode()
        for last in ({"type": "websocket.send", "text": bye}, {"type": "websocket.close", "code": int(code)}):
            with suppress(Exception):
                async with asyncio.timeout(LAST_WORD_SECONDS):
                    await self._send(last)

    # --- heartbeat -------------------------------------------------------------------------------------------------
    def _beat_later(self) -> None:
        left = self._heard + DEAD_SECONDS - time.monotonic()
        wait = max(0.0, min(self.heartbeat / settings.CLOCKS, left))
        self._clock = asyncio.get_running_loop().call_later(wait, self._beat_now)

    def _beat_now(self) -> None:
        """Unless nothing was heard for too long; a client that answers never gets there."""
        if time.monotonic() - self._heard >= DEAD_SECONDS:
            self.end(CloseCode.RECONNECT, retry_after=0.0)
        elif self.greeted:
            self._spawn(self._say_beat())
        else:
            self._beat_later()

    async def _say_beat(self) -> None:
        with suppress(*REFUSALS):
            self.say(await self.beat())
        self._beat_later()


def own_origin(scope: Any) -> bool:
    """Exactly our own scheme, host and port: no prefix, no other port, no ``null``, not absent."""
    origins = [value for name, value in scope["headers"] if name == b"origin"]
    return origins == [settings.PUBLIC_URL.encode()]
