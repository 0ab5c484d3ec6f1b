"""Clients written from docs/protocol.md alone, with the words that tests expect things in."""

from __future__ import annotations

import asyncio
import json
import secrets
import uuid
from collections.abc import Callable
from contextlib import suppress
from typing import Any, ClassVar, Self

import websockets
from websockets.asyncio.client import ClientConnection, connect

from tests.services.candid import Candid

Frame = dict[str, Any]
PROOF = {"text_version": "2026-11", "language": "en", "shown_at": "2026-11-21T12:00:00Z"}
#: How long anything may take that must happen at once, on a machine that has other work.
PATIENCE = 8.0


def new_cmid() -> str:
    return str(uuid.uuid4())


def matches(frame: Frame, wanted: Frame) -> bool:
    return all(name in frame and frame[name] == value for name, value in wanted.items())


class Client:
    """One socket. It answers beats, keeps events in order and fills gaps, as the protocol asks of every client."""

    path: ClassVar[str]

    def __init__(self, server: Candid) -> None:
        self.server = server
        #: Where it connects: a bad network may stand in between.
        self.port = server.port
        self.frames: list[Frame] = []
        self.held: dict[str, list[Frame]] = {}
        self.outbox: dict[str, Frame] = {}
        self.answers_beats = True
        #: How many of the next pushed events get lost before they reach this socket.
        self.loses = 0
        #: The line is dead without anybody knowing.
        self.deaf = False
        self._ref = 0
        self._changed = asyncio.Event()
        self._reader: asyncio.Task[None] | None = None

    # --- the connection ---
    def headers(self) -> dict[str, str]:
        return {}

    def hello(self) -> Frame:
        raise NotImplementedError

    async def open(self, *, origin: str | None = None) -> Self:
        """A socket without hello. Raises websockets.InvalidStatus where the handshake is refused."""
        address = f"ws://127.0.0.1:{self.port}{self.path}"
        headers = {"Origin": origin if origin is not None else self.server.url, **self.headers()}
        headers = {name: value for name, value in headers.items() if value}
        self.socket: ClientConnection = await connect(address, additional_headers=headers, max_size=None)
        self._reader = asyncio.create_task(self._read(self.socket))
        return self

    async def come(self) -> Self:
        """Connect, say hello, then catch up and send what has no answer yet."""
        self.deaf = False
        await self.open()
        await self.say(self.hello())
        self.welcome = await self.hears("welcome")
        await self.catch_up()
        for frame in tuple(self.outbox.values()):
            await self.say(frame)
        return self

    async def catch_up(self) -> None:
        raise NotImplementedError

    async def drop(self) -> None:
        """The network is gone: no close frame reaches anybody."""
        self.socket.transport.abort()
        await self.gone()

    @property
    def is_gone(self) -> bool:
        return self._reader is None or self._reader.done()

    async def gone(self, *, within: float = PATIENCE) -> int:
        """The code with which the socket closed."""
        assert self._reader
        await asyncio.wait_for(asyncio.shield(self._reader), within)
        assert self.socket.close_code is not None
        return self.socket.close_code

    async def leave(self) -> None:
        if self._reader:
            await self.socket.close()
            await self._reader

    # --- in ---
    async def _read(self, socket: ClientConnection) -> None:
        try:
            async for message in socket:
                frame = json.loads(message)
                if not self._is_lost(frame):
                    await self._take(frame)
                    self._tell()
        except websockets.ConnectionClosed:
            pass
        finally:
            self._tell()

    def _is_lost(self, frame: Frame) -> bool:
        if self.loses and frame["type"] == "events" and frame["ref"] is None:
            self.loses -= 1
            return True
        return self.deaf

    def _tell(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()

    async def _take(self, frame: Frame) -> None:
        self.frames.append(frame)
        match frame["type"]:
            case "beat" if self.answers_beats:
                await self._answer_beat(frame)
            case "events":
                await self._take_events(frame)
            case "reset":
                self.held.pop(frame["conversation"], None)
                await self.resume(frame["conversation"])
            case "ack":
                self.outbox.pop(frame["cmid"], None)
            case "refused" if frame["retry_after"] is None:
                self.outbox.pop(frame["cmid"], None)

    async def _answer_beat(self, frame: Frame) -> None:
        await self.say({"type": "beat"})
        for conversation, top in frame["tops"].items():
            if top > self.last(conversation):
                await self.resume(conversation)

    async def _take_events(self, frame: Frame) -> None:
        conversation = frame["conversation"]
        mine = self.held.setdefault(conversation, [])
        gap = False
        for event in frame["events"]:
            if event["seq"] == len(mine) + 1:
                mine.append({**event, "epoch": frame["epoch"]})
                self.shows(conversation, event)
            gap = gap or event["seq"] > len(mine)
        if gap or frame["more"]:
            await self.resume(conversation)

    def shows(self, conversation: str, event: Frame) -> None:
        """An event was added to the end of what this client shows."""

    def last(self, conversation: str) -> int:
        return len(self.held.get(conversation, ()))

    # --- out ---
    async def say(self, frame: Frame | str | bytes) -> None:
        raw = json.dumps(frame) if isinstance(frame, dict) else frame
        with suppress(websockets.ConnectionClosed):
            await self.socket.send(raw)

    async def resume(self, conversation: str | None) -> int:
        self._ref += 1
        mine = self.held.get(conversation or "", [])
        cursor = {name: mine[-1][name] for name in ("epoch", "seq", "id")} if mine else None
        await self.say({"type": "resume", "ref": self._ref, "conversation": conversation, "cursor": cursor})
        return self._ref

    async def sends(self, kind: str, **fields: Any) -> str:
        """A command on its way; returns its cmid."""
        frame = {"type": kind, "cmid": new_cmid(), **fields}
        self.outbox[frame["cmid"]] = frame
        await self.say(frame)
        return str(frame["cmid"])

    async def does(self, kind: str, **fields: Any) -> Frame:
        """A command, and its ``ack`` or ``refused``."""
        return await self.hears_answer(await self.sends(kind, **fields))

    # --- what tests expect ---
    async def until(self, found: Callable[[], Any], what: str = "", *, within: float = PATIENCE) -> Any:
        """The first true value of ``found()``."""
        async with asyncio.timeout(within) as limit:
            while not (value := found()):
                changed = self._changed
                try:
                    await changed.wait()
                except asyncio.CancelledError:
                    if limit.expired():
                        raise AssertionError(f"never: {what}; heard {self.frames[-12:]}") from None
                    raise
        return value

    async def hears(self, kind: str, *, within: float = PATIENCE, **fields: Any) -> Frame:
        """The first such frame that no earlier ``hears`` has returned."""
        wanted = {"type": kind, **fields}
        found = await self.until(
            lambda: next((f for f in self.frames if matches(f, wanted)), None), str(wanted), within=within
        )
        self.frames.remove(found)
        return dict(found)

    async def hears_answer(self, cmid: str) -> Frame:
        def answer() -> Frame | None:
            return next((f for f in self.frames if f["type"] in ("ack", "refused") and f["cmid"] == cmid), None)

        return dict(await self.until(answer, f"an answer to {cmid}"))

    async def is_answered(self) -> None:
        await self.until(lambda: not self.outbox, "an answer to every command")

    async def sees(self, kind: str, **fields: Any) -> Frame:
        """The event, once it is in this client's list."""
        wanted = {"kind": kind, **fields}

        def find() -> Frame | None:
            return next((e["event"] for held in self.held.values() for e in held if matches(e["event"], wanted)), None)

        return dict(await self.until(find, str(wanted)))

    async def is_refused(self, frame: Frame | str | bytes) -> str:
        """Say ``frame``; the code of the refusal."""
        self.frames = [f for f in self.frames if f["type"] != "refused"]
        await self.say(frame)
        return str((await self.hears("refused"))["code"])


class Visitor(Client):
    path = "/ws/visitor/"

    def __init__(self, server: Candid, *, site: str, credential: str | None = None, fresh: bool = True) -> None:
        super().__init__(server)
        self.site = site
        self.credential = credential or secrets.token_urlsafe(32)
        self.fresh = fresh
        self.conversation: str | None = None

    def hello(self) -> Frame:
        return {
            "type": "hello", "protocol": 1, "build": "test", "site": self.site,
            "credential": self.credential, "fresh": self.fresh,
        }  # fmt: skip

    async def catch_up(self) -> None:
        if self.welcome["head"]:
            await self.resume(self.welcome["head"]["conversation"])

    async def writes(self, text: str) -> Frame:
        """Send a message and wait for its ``ack``."""
        ack = await self.does("send", text=text, disclosure=PROOF)
        assert ack["type"] == "ack", ack
        self.fresh, self.conversation = False, ack["conversation"]
        return ack

    async def asks_for_a_person(self) -> str:
        """Returns the conversation's id."""
        ack = await self.does("ask_person", disclosure=PROOF)
        assert ack["type"] == "ack", ack
        self.fresh, self.conversation = False, ack["conversation"]
        return str(ack["conversation"])


class Agent(Client):
    path = "/ws/agent/"

    def __init__(self, server: Candid, *, cookie: str) -> None:
        super().__init__(server)
        self.cookie = cookie
        self.open_chats: list[str] = []

    def headers(self) -> dict[str, str]:
        return {"Cookie": self.cookie}

    def hello(self) -> Frame:
        return {"type": "hello", "protocol": 1, "build": "test"}

    async def catch_up(self) -> None:
        for conversation in self.open_chats:
            await self.resume(conversation)

    async def opens(self, conversation: str) -> None:
        """Show the conversation, and wait for all of it."""
        self.open_chats.append(conversation)
        await self.hears("events", ref=await self.resume(conversation))

    async def takes(self, conversation: str) -> Frame:
        return await self.does("take", conversation=conversation)

    async def writes(self, conversation: str, text: str) -> Frame:
        ack = await self.does("send", conversation=conversation, text=text)
        assert ack["type"] == "ack", ack
        return ack
