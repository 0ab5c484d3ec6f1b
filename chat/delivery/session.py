"""What is said over one WebSocket: hello first, then frames, each handled before the next one is read.

Doors subclass it and say what their frames mean.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, ClassVar

import structlog
from django.conf import settings

from chat.actions.refusals import REFUSALS, RETRY_AFTER, ActionRefused, refusal
from chat.delivery.connection import COOL_DOWN, Closed
from chat.delivery.pulse import Pulse
from chat.limits import FRAMES, Bucket, Charge, Limited, buckets
from chat.policy import AgentActor
from chat.wire import server_frames as s
from chat.wire.codes import CloseCode, ErrorCode
from chat.wire.limits import HELLO_WITHIN
from chat.wire.parse import Parser, WireError

log = structlog.get_logger()

#: As many as the protocol says unless a test hurries.
HELLO_SECONDS = HELLO_WITHIN / settings.CLOCKS
#: Refusals in a row for going too fast, after which the socket ends.
PATIENCE = 20

Handler = Callable[[Any, Any], Awaitable[None]]


class Session(Pulse):
    """Subclasses set ``parser``, ``heartbeat`` (seconds) and ``handlers`` (frame type → method)."""

    parser: ClassVar[Parser[Any]]
    handlers: ClassVar[Mapping[type[Any], Handler]]

    #: Of a signed-in person: session key and actor. Every second somebody looks whether it still holds.
    login: tuple[str, AgentActor] | None = None
    #: Of a visitor who has written: the credential's hash. Likewise.
    credential: str | None = None
    #: What each command costs.
    charges: Sequence[Charge] = ()

    def __init__(self, scope: Any, receive: Any, send: Any) -> None:
        super().__init__(scope, receive, send)
        self._frames = Bucket(FRAMES, self._heard)
        self._too_fast = 0

    # --- what doors say --------------------------------------------------------------------------------------------
    async def greet(self, frame: Any) -> None:
        """Handle the first frame. Raises Closed, or one of REFUSALS, to turn the client away."""
        raise NotImplementedError

    def rights_are(self, actor: AgentActor | None) -> None:
        """What the person of ``login`` may do now; None when that is over."""

    def allowed(self, frame: Any) -> bool:
        """Whether the policy lets this actor send this frame."""
        raise NotImplementedError

    # --- in --------------------------------------------------------------------------------------------------------
    async def read(self) -> None:
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
