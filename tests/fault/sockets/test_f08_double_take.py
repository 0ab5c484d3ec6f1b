"""F8: eight agents take one chat at the same moment."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fault.conftest import Measure
from tests.fault.person import SteadyAgent, SteadyVisitor
from tests.fault.sizes import either
from tests.fault.sockets.conftest import Theatre
from tests.fault.world import World
from tests.services.candid import ROOT
from tests.sockets.client import PROOF

RACES, AGENTS = either(20, 1000), 8


def hire(world: World) -> dict[str, str]:
    command = [sys.executable, "-m", "tests.fault.hire", str(AGENTS)]
    made = subprocess.run(command, check=True, capture_output=True, env=world.server.environment(), cwd=ROOT)
    return dict(json.loads(made.stdout))


async def race(vera: SteadyVisitor, agents: list[SteadyAgent]) -> None:
    """Exactly one wins, and the others are told who."""
    ack = await vera.does("ask_person", disclosure=PROOF)
    answers = await asyncio.gather(*[agent.takes(ack["conversation"]) for agent in agents])
    winners = [agent for agent, answer in zip(agents, answers, strict=True) if answer["type"] == "ack"]
    assert len(winners) == 1
    told = {answer["by"] for answer in answers if answer["type"] == "refused" and answer["code"] == "taken"}
    assert told == {winners[0].welcome["me"]["name"]}
    await winners[0].does("resolve", conversation=ack["conversation"])


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
async def test_f08_eight_agents_take_it_at_once(stage: Theatre, database: str, history: Path, measure: Measure) -> None:
    world = stage(database)
    world.cookies = await asyncio.to_thread(hire, world)
    world.server.start()
    agents = await asyncio.gather(*[world.agent(name) for name in world.cookies])
    for number in range(RACES):
        await race(await world.visitor(f"vera-{number}"), agents)
    counts = await world.verdict(history)
    assert counts["took"] == RACES
    measure(f"races of eight on {database}: two winners", 0, f"of {RACES}", aim="0")
