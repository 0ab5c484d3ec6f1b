"""F5: the line is dead and nobody is told: no FIN, no RST."""

from __future__ import annotations

import time
from pathlib import Path

from chat.wire.limits import DEAD_AFTER
from tests.fault.conftest import Measure
from tests.fault.proxy import Proxy
from tests.fault.sockets.conftest import Theatre
from tests.fault.world import soon

#: 45 s of silence become 5; what comes after them, such as the last words, takes its real time.
CLOCKS = 9.0
HURRIED = DEAD_AFTER - DEAD_AFTER / CLOCKS


async def test_f05_both_sides_notice_a_half_open_line(stage: Theatre, history: Path, measure: Measure) -> None:
    world = stage(clocks=CLOCKS)
    world.server.start()
    async with Proxy(world.server.port) as proxy:
        world.port = proxy.port
        vera, ana, _ = await world.talking()
        proxy.blackhole()
        began = time.monotonic()
        await vera.says("Is anybody there?")
        server = HURRIED + await soon(lambda: not world.sockets(), "the server gives up", within=10)
        await vera.until(lambda: vera.found_dead and ana.found_dead, within=10)
        clients = HURRIED + max(vera.found_dead[0], ana.found_dead[0]) - began
        proxy.restore()
        await ana.reads("Is anybody there?")
        await world.verdict(history)
        await world.close()
    assert clients <= DEAD_AFTER + 1 and server <= DEAD_AFTER + 5
    measure(f"a client notices (hurried by {HURRIED:.0f} s)", clients, "s", aim="≤ 45 s")
    measure(f"the server notices (hurried by {HURRIED:.0f} s)", server, "s", aim="≤ 50 s")
