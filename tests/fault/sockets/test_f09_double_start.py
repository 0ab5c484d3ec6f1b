"""F9: two tabs of one visitor write their first words at the same moment."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.fault.conftest import Measure
from tests.fault.sizes import either
from tests.fault.sockets.conftest import Theatre
from tests.fault.world import World
from tests.sockets import stored

STARTS = either(25, 500)
#: Of the visitors who have any, those with another number than one.
STRAYS = "SELECT visitor_id FROM chat_conversation WHERE status <> 'closed' GROUP BY visitor_id HAVING count(*) <> 1"


async def double_start(world: World, number: int) -> None:
    one = await world.visitor(f"vera-{number}")
    other = await world.visitor(f"vera-{number}'s other tab", credential=one.credential)
    await asyncio.gather(*[tab.says(f"{tab.name} begins") for tab in (one, other)])
    await asyncio.gather(*[tab.reads(f"{each.name} begins") for tab in (one, other) for each in (one, other)])
    await asyncio.gather(*[tab.is_answered() for tab in (one, other)])
    assert one.conversation == other.conversation


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
async def test_f09_two_tabs_begin_one_conversation(
    stage: Theatre, database: str, history: Path, measure: Measure
) -> None:
    world = stage(database)
    world.server.start()
    for first in range(0, STARTS, 5):
        await asyncio.gather(*[double_start(world, number) for number in range(first, first + 5)])
    counts = await world.verdict(history)
    assert counts["acked"] == 2 * STARTS
    assert stored.rows(world.server, STRAYS) == []
    measure(f"double starts on {database}: more than one conversation", 0, f"of {STARTS}", aim="0")
