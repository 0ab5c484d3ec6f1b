"""F12: the server's clock is set back by an hour, in the middle of everything."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fault.conftest import Measure
from tests.fault.person import SteadyVisitor
from tests.fault.sockets.conftest import CLOCKS, Theatre
from tests.fault.world import World
from tests.sockets.client import PROOF

LIBRARY = next(iter(sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))), None)


class Clock:
    """What the server takes for the time of day. Its monotonic clock stays true, as the kernel's does."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.set_back(hours=0)

    def set_back(self, *, hours: int) -> None:
        self.file.write_text(f"-{hours}h\n")

    @property
    def settings(self) -> dict[str, str]:
        assert LIBRARY, "libfaketime is not installed; tests/services/ensure installs it"
        return {
            "LD_PRELOAD": str(LIBRARY),
            "FAKETIME_TIMESTAMP_FILE": str(self.file),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        }


@pytest.fixture
def clock(tmp_path: Path) -> Clock:
    return Clock(tmp_path / "clock")


async def hands_over(world: World, vera: SteadyVisitor, to: str) -> None:
    """Vera asks for a person, and one comes."""
    agent = await world.agent(to)
    ack = await vera.does("ask_person", disclosure=PROOF)
    await agent.opens(ack["conversation"])
    assert (await agent.takes(ack["conversation"]))["type"] == "ack"


async def test_f12_the_servers_clock_is_set_back(stage: Theatre, clock: Clock, history: Path, measure: Measure) -> None:
    world = stage(clocks=CLOCKS, settings=clock.settings)
    world.server.start()
    vera, ana, chat = await world.talking()
    nora, early = await world.visitor("nora"), await world.visitor("early")
    await nora.does("send", text="Nora begins", disclosure=PROOF)
    await nora.does("end")
    await early.does("ask_person", disclosure=PROOF)
    before = list(vera.held[chat])
    clock.set_back(hours=1)
    await vera.is_stored(await vera.says("after the step"))
    await ana.is_stored(await ana.says(chat, "I am still here"))
    await hands_over(world, nora, "ben")
    await nora.is_stored(await nora.says("in the new chat"))
    await early.is_stored(await early.says("still waiting"))
    await ana.leave()
    lost = await vera.waits_for("agent_left", within=30)
    await ana.begin()
    await world.verdict(history)
    assert vera.held[chat][-1]["at"] < before[0]["at"], "the clock was not set back"
    assert len(nora.held) == 2
    measure(f"a lost agent's chat waits again after the step (clocks {CLOCKS:.0f} × faster)", lost, "s", aim="≤ 3.25 s")
