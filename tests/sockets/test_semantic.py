"""A server with the sentence encoder."""

from __future__ import annotations

import asyncio

from tests.sockets.client import Frame
from tests.sockets.conftest import GENEROUS, House, Start


async def answered(house: House, question: str) -> Frame:
    # Questions without a pause would take the cores that read the FAQ.
    await asyncio.sleep(1)
    vera = await house.visitor().come()
    await vera.writes(question)
    return await vera.sees("message", author_kind="bot")


async def test_sentences_are_understood_once_read_and_nobody_waits_for_it(start: Start) -> None:
    """The demo's FAQ takes seconds to read. The light vectors, which answer meanwhile, are unsure of this question."""
    house = start(settings={"BOT_PROFILE": "semantic", **GENEROUS})
    async with asyncio.timeout(180):
        while not (answer := await answered(house, "What time do you shut?"))["source"]:
            pass
    assert answer["source"]["title"] == "When are you open?"
