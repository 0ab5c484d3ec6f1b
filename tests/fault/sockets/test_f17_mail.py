"""F17: the mail server is down, slow, or refuses; or the worker dies with a mail in its hands."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from aiosmtpd.controller import Controller

from tests.fault.conftest import Measure
from tests.fault.person import SteadyVisitor
from tests.fault.sockets.conftest import CLOCKS, GENEROUS
from tests.fault.world import World, soon
from tests.services.candid import Candid
from tests.services.wait import free_port
from tests.sockets import stored
from tests.sockets.client import PROOF
from tests.sockets.conftest import Seeded, copy_of

_controller: Any = Controller


class Postbox:
    """A real SMTP server that does what the test wants. ``taken`` are the mails whose words it has."""

    def __init__(self, port: int) -> None:
        self.answer = "250 OK"
        self.slow = 0.0
        self.taken: list[EmailMessage] = []
        self.port = port
        self.controller: Any = None

    def open(self) -> None:
        controller: Any = _controller(self, hostname="127.0.0.1", port=self.port)
        controller.start()
        self.controller = controller

    def close(self) -> None:
        if self.controller:
            self.controller.stop()
            self.controller = None

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 -- aiosmtpd's name
        self.taken.append(BytesParser(EmailMessage, policy=default).parsebytes(envelope.content))
        await asyncio.sleep(self.slow)
        return self.answer

    @property
    def ids(self) -> Counter[str]:
        return Counter(str(mail["Message-ID"]) for mail in self.taken)


@pytest.fixture(scope="module")
def office(seeded: Seeded, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Candid, int]]:
    """A server that sends by SMTP to that port, and tries again twenty times sooner."""
    port = free_port()
    settings = {**GENEROUS, "CLOCKS": str(CLOCKS), "EMAIL_URL": f"smtp://127.0.0.1:{port}"}
    server = copy_of(seeded[0], tmp_path_factory.mktemp("office"), settings=settings)
    server.start()
    yield server, port
    server.kill9()


@pytest.fixture
def postbox(office: tuple[Candid, int]) -> Iterator[Postbox]:
    postbox = Postbox(office[1])
    yield postbox
    postbox.close()


@pytest_asyncio.fixture
async def world(office: tuple[Candid, int], seeded: Seeded) -> AsyncIterator[World]:
    """With an empty outbox."""
    stored.rows(office[0], "DELETE FROM chat_outboxmail")
    world = World(office[0], seeded[1], clocks=CLOCKS)
    yield world
    await world.close()


async def leaves_a_message(world: World, name: str) -> SteadyVisitor:
    """Two mails: to her, and to the site."""
    vera = await world.visitor(name)
    await vera.does("ask_person", disclosure=PROOF)
    assert (await vera.does("leave_message", email=f"{name}@example.org"))["type"] == "ack"
    return vera


def count(world: World, condition: str) -> int:
    """Mails of which it is true."""
    return int(stored.rows(world.server, f"SELECT count(*) FROM chat_outboxmail WHERE {condition}")[0][0])  # noqa: S608


async def all_sent(world: World) -> float:
    return await soon(lambda: not count(world, "sent_at IS NULL"), "all mail sent", within=30)


async def test_f17_the_mail_server_is_down(world: World, postbox: Postbox, history: Path, measure: Measure) -> None:
    vera = await leaves_a_message(world, "vera")
    await soon(lambda: count(world, "attempts > 0"), "a try", within=10)
    took = await vera.is_stored(await vera.says("Never mind the mail."))
    postbox.open()
    arrived = await all_sent(world)
    await world.verdict(history)
    assert took < 1 and set(postbox.ids.values()) == {1} and len(postbox.ids) == 2
    measure("a message is stored while the mail server is down", took, "s")
    measure(f"mail arrives after it is up (retries {CLOCKS:.0f} × sooner)", arrived, "s")


async def test_f17_it_refuses_for_now_and_then_for_good(world: World, postbox: Postbox) -> None:
    postbox.answer = "451 Later"
    postbox.open()
    await leaves_a_message(world, "vera")
    await soon(lambda: max(postbox.ids.values(), default=0) > 1, "the same mail again", within=20)
    postbox.answer = "554 Never"
    await soon(lambda: count(world, "given_up_at IS NOT NULL") == 2, "both are given up", within=20)
    assert len(postbox.ids) == count(world, "sent_at IS NULL") == 2


async def test_f17_a_slow_mail_server_slows_nobody(
    world: World, postbox: Postbox, history: Path, measure: Measure
) -> None:
    postbox.slow = 1.0
    postbox.open()
    vera = await leaves_a_message(world, "vera")
    await soon(lambda: len(postbox.taken) > 0, "a mail on its way", within=10)
    took = [await vera.is_stored(await vera.says(f"meanwhile {number}")) for number in range(10)]
    await all_sent(world)
    await world.verdict(history)
    assert max(took) < 1 and set(postbox.ids.values()) == {1}
    measure("slowest of ten messages while the mail server takes 1 s a mail", max(took), "s")


async def test_f17_a_worker_killed_in_the_middle_of_a_mail(
    world: World, postbox: Postbox, history: Path, measure: Measure
) -> None:
    postbox.slow = 60.0
    postbox.open()
    await leaves_a_message(world, "vera")
    await soon(lambda: len(postbox.taken) == 1, "a mail on its way", within=10)
    await asyncio.to_thread(world.server.kill9)
    postbox.slow = 0.0
    await asyncio.to_thread(world.server.start)
    arrived = await all_sent(world)
    await world.verdict(history)
    assert sorted(postbox.ids.values()) == [1, 2]
    measure("the mail of a killed worker goes out after the next start, same Message-ID", arrived, "s")
