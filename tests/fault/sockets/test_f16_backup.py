"""F16: the server comes back with yesterday's database."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.fault.conftest import Measure
from tests.fault.history import Restored
from tests.fault.sockets.conftest import Theatre
from tests.fault.world import World


def back_up(world: World, to: Path) -> None:
    """From the running server, as a night's job would."""
    source, copy = sqlite3.connect(world.server.data / "candid.sqlite3"), sqlite3.connect(to)
    with closing(source), closing(copy):
        source.backup(copy)


def restore(world: World, backup: Path) -> None:
    for leftover in world.server.data.glob("candid.sqlite3*"):
        leftover.unlink()
    (world.server.data / "candid.sqlite3").write_bytes(backup.read_bytes())
    world.history.tell(Restored())


async def test_f16_a_restored_backup_is_told_and_the_outbox_goes_out_again(
    stage: Theatre, tmp_path: Path, history: Path, measure: Measure
) -> None:
    world = stage()
    world.server.start()
    vera, ana, chat = await world.talking()
    tab = await world.visitor("vera's other tab", credential=vera.credential)
    await vera.is_stored(await vera.says("in the backup"))
    await asyncio.to_thread(back_up, world, tmp_path / "backup")
    lost = [await vera.is_stored(await vera.says(f"after the backup {number}")) for number in range(5)]
    late = await world.visitor("nora")
    await late.is_stored(await late.says("began after the backup"))
    for person in (vera, tab, ana):
        await person.reads("after the backup 4")
    await late.reads("began after the backup")
    await tab.leave()
    await asyncio.to_thread(world.server.kill9)
    await vera.says("on its way")
    await late.says("on its way, too")
    await asyncio.to_thread(restore, world, tmp_path / "backup")
    await asyncio.to_thread(world.server.start)
    await ana.begin()
    await ana.is_stored(await ana.says(chat, "Sorry, what did you say?"))
    await vera.is_stored(await vera.says("and again"))
    await tab.begin()
    await tab.reads("and again")
    counts = await world.verdict(history)
    # Both tabs of Vera's, and Ana's console, had more than the backup; Nora begins as somebody new.
    assert counts["forgot"] >= 4 and len(lost) == 5
    assert late.sees_text("on its way, too") and not vera.sees_text("after the backup 4")
    measure("clients that were told to begin again with what the backup holds", counts["forgot"], aim="all of 4")
