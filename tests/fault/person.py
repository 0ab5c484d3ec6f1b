"""What a good client does without being told: it comes back, sends again in order, watches the line, and remembers.

The same rules as chat/client (docs/protocol.md), in Python. ``clocks`` hurries them as the server's setting does.
"""

from __future__ import annotations

import asyncio
import random
import secrets
import time
from contextlib import suppress
from typing import Any, Self

import websockets

from chat.wire.limits import DEAD_AFTER, RECONNECT_MAX, RECONNECT_MIN
from tests.fault.history import Acked, Forgot, History, Sent, Shown, Took
from tests.sockets.client import PROOF, Agent, Client, Frame, Visitor, new_cmid

#: Seconds; connections that held so long begin the backoff anew.
STABLE = 5.0
CONNECT_WITHIN = 10.0
#: Seconds after such a close code in which a restart is expected to be over.
RESTARTS, RESTARTS_WITHIN = (1012, 4010), 15.0
KEPT = ("inbox", "queue", "availability", "visitor_presence", "refused", "bye")


def words(event: Frame) -> str:
    """What a person said in this event; fixed sentences and the bot's answers may repeat and are not told apart."""
    body = event["event"]
    return str(body["text"]) if body["kind"] == "message" and body["author_kind"] in ("visitor", "agent") else ""


class Steady(Client):
    def __init__(
        self, *args: Any, name: str, history: History, clocks: float = 1.0, port: int | None = None, **fields: Any
    ) -> None:
        super().__init__(*args, **fields)
        self.name = name
        self.history = history
        self.clocks = clocks
        self.port = port or self.port
        self.online = False
        self.answers: dict[str, Frame] = {}
        #: time.monotonic() of each welcome, and of each line found dead by its silence.
        self.welcomes: list[float] = []
        self.found_dead: list[float] = []
        #: Seconds from each hello to the end of what was missed.
        self.resumes: list[float] = []
        #: Refs of the resumes that were answered.
        self.answered: list[int] = []
        self._said_hello: float | None = None
        self._under_way: set[str] = set()
        self._come_back_in = 0.0
        self._soon_until = 0.0
        self._heard = 0.0
        self._life: asyncio.Task[None] | None = None
        self._later: set[asyncio.TimerHandle] = set()

    # --- coming and going ---
    def live(self) -> None:
        """Try to be online from now on."""
        self._life = asyncio.create_task(self._live())

    async def begin(self) -> Self:
        if self._life is None:
            self.live()
        await self.until(lambda: self.online, f"{self.name} online", within=20)
        return self

    async def leave(self) -> None:
        for handle in self._later:
            handle.cancel()
        if self._life:
            self._life.cancel()
            with suppress(asyncio.CancelledError):
                await self._life
            self._life, self.online = None, False
        if not self.is_gone:
            self.socket.transport.abort()
            await self.gone()

    async def _live(self) -> None:
        attempt = 0
        while True:
            with suppress(OSError, TimeoutError, websockets.WebSocketException):
                async with asyncio.timeout(CONNECT_WITHIN):
                    await self.open()
                self._heard = self._said_hello = time.monotonic()
                await self.say(self.hello())
                await self._watch()
            held = self.online and time.monotonic() - self.welcomes[-1] >= STABLE / self.clocks
            attempt = 0 if held else attempt
            self.online = False
            self._under_way.clear()
            await asyncio.sleep(self._pause(attempt))
            attempt += 1

    def _pause(self, attempt: int) -> float:
        told, self._come_back_in = self._come_back_in, 0.0
        patience = min(attempt, 1) if time.monotonic() < self._soon_until else attempt
        backoff = max(RECONNECT_MIN, random.uniform(0, min(RECONNECT_MAX, 2.0**patience)))
        return max(told, backoff / self.clocks)

    async def _watch(self) -> None:
        """Until the line ends, or was silent for too long."""
        assert self._reader
        while not self._reader.done():
            left = self._heard + DEAD_AFTER / self.clocks - time.monotonic()
            if left <= 0:
                self.found_dead.append(time.monotonic())
                self.socket.transport.abort()
            await asyncio.wait([self._reader], timeout=max(left, 0.01))

    # --- in ---
    async def _take(self, frame: Frame) -> None:
        self._heard = time.monotonic()
        if frame["type"] in KEPT:
            self.frames.append(frame)
        if handle := getattr(self, f"_on_{frame['type']}", None):
            await handle(frame)

    async def _on_beat(self, frame: Frame) -> None:
        if self.answers_beats:
            await self._answer_beat(frame)
            await self._flush()

    async def _on_events(self, frame: Frame) -> None:
        await self._take_events(frame)
        self._caught_up(frame)

    async def _on_reset(self, frame: Frame) -> None:
        self._forget(frame["conversation"])
        await self.resume(frame["conversation"])

    async def _on_bye(self, frame: Frame) -> None:
        self._come_back_in = frame["retry_after"] or 0.0
        if frame["code"] in RESTARTS:
            self._soon_until = time.monotonic() + RESTARTS_WITHIN

    async def _on_welcome(self, frame: Frame) -> None:
        self.welcome = frame
        self.online = True
        self.welcomes.append(time.monotonic())
        await self.catch_up()
        await self._flush()

    async def _answer_beat(self, frame: Frame) -> None:
        await self.say({"type": "beat"})
        for conversation, top in frame["tops"].items():
            if top != self.last(conversation):
                await self.resume(conversation)

    def shows(self, conversation: str, event: Frame) -> None:
        facts = {"seq": event["seq"], "id": event["id"], "text": words(event)}
        self.history.tell(Shown(who=self.name, conversation=conversation, **facts))

    def _caught_up(self, frame: Frame) -> None:
        if frame["ref"]:
            self.answered.append(frame["ref"])
        if self._said_hello and frame["ref"] and not frame["more"]:
            self.resumes.append(time.monotonic() - self._said_hello)
            self._said_hello = None

    def sees_text(self, text: str) -> bool:
        return any(words(event) == text for held in self.held.values() for event in held)

    async def reads(self, text: str, *, within: float = 60) -> float:
        """Seconds until ``text`` is on the screen."""
        began = time.monotonic()
        await self.until(lambda: self.sees_text(text), f"{text} at {self.name}", within=within)
        return time.monotonic() - began

    async def waits_for(self, kind: str, *, within: float = 60) -> float:
        """Seconds until such an event is on the screen."""
        began = time.monotonic()

        def there() -> bool:
            return any(event["event"]["kind"] == kind for held in self.held.values() for event in held)

        await self.until(there, f"{kind} at {self.name}", within=within)
        return time.monotonic() - began

    def _forget(self, conversation: str) -> None:
        self.held.pop(conversation, None)
        self.history.tell(Forgot(who=self.name, conversation=conversation))

    # --- out: one command per conversation is on its way at a time ---
    async def sends(self, kind: str, **fields: Any) -> str:
        frame = {"type": kind, "cmid": new_cmid(), **fields}
        self.outbox[frame["cmid"]] = frame
        if "text" in fields:
            self.history.tell(Sent(who=self.name, cmid=frame["cmid"], text=fields["text"]))
        await self._flush()
        return str(frame["cmid"])

    async def _flush(self) -> None:
        if not self.online:
            return
        heads: dict[str, Frame] = {}
        for frame in self.outbox.values():
            heads.setdefault(frame.get("conversation", ""), frame)
        for lane, frame in heads.items():
            if lane not in self._under_way:
                self._under_way.add(lane)
                await self.say(frame)

    async def _on_ack(self, answer: Frame) -> None:
        frame = self.outbox.pop(answer["cmid"], None)
        if frame is None:
            return
        self.answers[answer["cmid"]] = answer
        self._under_way.discard(frame.get("conversation", ""))
        if answer["type"] == "ack":
            self.acked(frame, answer)
        await self._flush()

    def acked(self, frame: Frame, ack: Frame) -> None:
        if "text" in frame:
            place = {"conversation": ack["conversation"], "seq": ack["seq"]}
            self.history.tell(Acked(who=self.name, cmid=ack["cmid"], **place))

    async def _on_refused(self, refusal: Frame) -> None:
        if refusal["retry_after"] is None:
            if refusal["cmid"]:
                await self._on_ack(refusal)
        elif refusal["cmid"]:
            loop = asyncio.get_running_loop()
            self._later.add(loop.call_later(refusal["retry_after"], self._again, refusal["cmid"]))
        else:
            self._come_back_in = refusal["retry_after"]

    def _again(self, cmid: str) -> None:
        frame = self.outbox.get(cmid)
        if frame and self.online:
            self._under_way.discard(frame.get("conversation", ""))
            self._sending = asyncio.ensure_future(self._flush())

    async def hears_answer(self, cmid: str) -> Frame:
        return dict(await self.until(lambda: self.answers.get(cmid), f"an answer for {self.name}", within=60))

    async def is_stored(self, cmid: str, *, within: float = 60) -> float:
        """Seconds until the answer."""
        began = time.monotonic()
        await self.until(lambda: cmid in self.answers, f"an answer for {self.name}", within=within)
        return time.monotonic() - began

    async def is_answered(self, within: float = 60) -> None:
        await self.until(lambda: not self.outbox, f"an answer to all that {self.name} sent", within=within)


class SteadyVisitor(Steady, Visitor):
    async def says(self, text: str) -> str:
        """On its way; returns the cmid."""
        return await self.sends("send", text=text, disclosure=PROOF)

    def acked(self, frame: Frame, ack: Frame) -> None:
        self.fresh, self.conversation = False, ack["conversation"]
        super().acked(frame, ack)

    async def _on_refused(self, refusal: Frame) -> None:
        await super()._on_refused(refusal)
        if refusal["code"] == "credential_refused":
            self._begin_anew()

    def _begin_anew(self) -> None:
        """The server knows nothing of this browser: as someone new, with what is still unsent."""
        for conversation in tuple(self.held):
            self._forget(conversation)
        self.credential, self.fresh, self.conversation = secrets.token_urlsafe(32), True, None


class SteadyAgent(Steady, Agent):
    async def opens(self, conversation: str) -> None:
        self.open_chats.append(conversation)
        await self.resume(conversation)
        await self.until(lambda: self.last(conversation), f"{conversation} at {self.name}")

    def acked(self, frame: Frame, ack: Frame) -> None:
        if frame["type"] == "take":
            me = str(self.welcome["me"]["name"])
            self.history.tell(Took(who=me, conversation=ack["conversation"], seq=ack["seq"]))
        super().acked(frame, ack)

    async def says(self, conversation: str, text: str) -> str:
        return await self.sends("send", conversation=conversation, text=text)
