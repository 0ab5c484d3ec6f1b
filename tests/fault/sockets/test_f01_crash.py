"""F1: the server is killed between receiving, committing, publishing and acknowledging."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

import pytest

from tests.fault.conftest import Measure
from tests.fault.person import SteadyVisitor
from tests.fault.sizes import SEEDS
from tests.fault.sockets.conftest import CLOCKS, Theatre
from tests.fault.world import World, soon

POINTS = ["before_commit", "after_commit", "after_publish", "after_ack"]
EXIT9 = 9


class Crashes:
    """One server that dies over and over at a place that the seed chooses, while people talk."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.said = 0
        self.deaths = 0

    async def die(self, seed: int, people: list[SteadyVisitor]) -> None:
        """Start, armed; talk until it died. What had no answer meets the next server, which is armed, too."""
        chance = random.Random(seed)
        fault = f"{POINTS[seed % len(POINTS)]}:exit9:{chance.randint(1, 12)}"
        self.world.server.settings |= {"TESTING": "1", "FAULT": fault}
        # What had no answer before may end it as soon as it listens: nobody waits until it is ready.
        self.world.server.launch()
        process = self.world.server.process
        assert process
        await self.talk(people, chance)
        await soon(lambda: process.poll() is not None, f"the end by {fault}", within=60)
        assert process.returncode == EXIT9
        self.deaths += 1

    async def talk(self, people: list[SteadyVisitor], chance: random.Random) -> None:
        """More commands than any failpoint waits for."""
        for _ in range(16):
            self.said += 1
            await chance.choice(people).says(f"message {self.said}")

    async def recover(self) -> None:
        self.world.server.settings |= {"FAULT": ""}
        await asyncio.to_thread(self.world.server.start)


async def strangers(world: World, count: int) -> list[SteadyVisitor]:
    """Their server isn't there yet; their first message finds it."""
    return [world.stranger(f"vera-{number}") for number in range(count)]


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
async def test_f01_kill_between_receive_and_push(
    stage: Theatre, database: str, history: Path, measure: Measure
) -> None:
    crashes = Crashes(world := stage(database, clocks=CLOCKS))
    people = await strangers(world, 4)
    for seed in range(SEEDS // 2):
        await crashes.die(seed, people)
    await crashes.recover()
    counts = await world.verdict(history)
    assert (crashes.deaths, counts["acked"]) == (SEEDS // 2, crashes.said)
    measure(f"crashes on {database}: acked and lost, doubled, out of order", 0, f"of {crashes.deaths}", aim="0")
