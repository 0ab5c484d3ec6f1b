"""The heartbeat of a socket: both sides hear from each other, or know that the link is dead."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from typing import Any, ClassVar

from django.conf import settings

from chat.actions.refusals import REFUSALS
from chat.delivery.connection import Connection
from chat.wire import server_frames as s
from chat.wire.codes import CloseCode
from chat.wire.limits import DEAD_AFTER

#: As many as the protocol says unless a test hurries.
DEAD_SECONDS = DEAD_AFTER / settings.CLOCKS


class Pulse(Connection):
    """Subclasses set ``heartbeat`` (seconds)."""

    heartbeat: ClassVar[int]

    def __init__(self, scope: Any, receive: Any, send: Any) -> None:
        super().__init__(scope, receive, send)
        self._heard = time.monotonic()
        self._clock: asyncio.TimerHandle | None = None

    async def beat(self) -> s.Heartbeat:
        raise NotImplementedError

    def begin(self) -> None:
        self._beat_later()

    def halt(self) -> None:
        if self._clock:
            self._clock.cancel()

    def _beat_later(self) -> None:
        left = self._heard + DEAD_SECONDS - time.monotonic()
        wait = max(0.0, min(self.heartbeat / settings.CLOCKS, left))
        self._clock = asyncio.get_running_loop().call_later(wait, self._beat_now)

    def _beat_now(self) -> None:
        """Unless nothing was heard for too long; a client that answers never gets there."""
        if time.monotonic() - self._heard >= DEAD_SECONDS:
            self.end(CloseCode.RECONNECT, retry_after=0.0)
        elif self.greeted:
            self.spawn(self._say_beat())
        else:
            self._beat_later()

    async def _say_beat(self) -> None:
        with suppress(*REFUSALS):
            self.say(await self.beat())
        self._beat_later()
