"""What no real client can time: a socket that is ending while its client neither reads nor stops talking."""

from __future__ import annotations

import asyncio
from typing import Any, ClassVar

import pytest

from chat.delivery.session import Session
from chat.wire import client_frames as f
from chat.wire.codes import CloseCode
from chat.wire.parse import visitor_frames

SCOPE = {"path": "/", "headers": [(b"origin", b"http://testserver")]}


class Door(Session):
    parser = visitor_frames
    heartbeat = 20

    def __init__(self, *, stuck: bool, fault: Exception | None = None) -> None:
        self.incoming: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.sent: list[dict[str, Any]] = []
        self.beats = 0
        self.stuck = stuck
        self.fault = fault
        self.given = 0
        super().__init__(SCOPE, self.give, self.take)
        self.greeted = True
        self.incoming.put_nowait({"type": "websocket.connect"})

    async def give(self) -> dict[str, Any]:
        """Who asks for the next message is done with the last one."""
        if self.given:
            self.incoming.task_done()
        self.given += 1
        return await self.incoming.get()

    async def take(self, message: dict[str, Any]) -> None:
        if message["type"] == "websocket.send" and self.stuck:
            await asyncio.Event().wait()
        self.sent.append(message)

    def allowed(self, frame: Any) -> bool:
        return True

    async def on_beat(self, frame: f.Beat) -> None:
        self.beats += 1
        if self.fault:
            raise self.fault

    handlers: ClassVar = {f.Beat: on_beat}

    async def hears_beat(self) -> None:
        self.incoming.put_nowait({"type": "websocket.receive", "text": '{"type": "beat"}'})
        await self.incoming.join()


async def test_who_is_being_sent_away_can_do_nothing_more() -> None:
    door = Door(stuck=True)
    running = asyncio.create_task(door.run())
    await door.hears_beat()
    door.push("topic", b"{}")
    door.end(CloseCode.FORBIDDEN)
    await door.hears_beat()
    assert door.beats == 1
    running.cancel()


@pytest.mark.parametrize("fault", [RuntimeError("secret"), OSError("secret")])
async def test_a_fault_of_ours_is_unavailable_and_keeps_the_socket(fault: Exception) -> None:
    door = Door(stuck=False, fault=fault)
    running = asyncio.create_task(door.run())
    await door.hears_beat()
    await door.hears_beat()
    assert door.beats == 2
    assert "unavailable" in str(door.sent) and "secret" not in str(door.sent)
    running.cancel()


class Broken(Door):
    async def take(self, message: dict[str, Any]) -> None:
        self.sent.append(message)
        if message["type"] == "websocket.send":
            raise ConnectionError


async def test_a_fault_in_writing_closes_for_good() -> None:
    door = Broken(stuck=False)
    door.incoming.put_nowait({"type": "websocket.receive", "text": "no frame"})
    await asyncio.wait_for(door.run(), 5)
    assert door.sent[-1] == {"type": "websocket.close", "code": CloseCode.RECONNECT}
