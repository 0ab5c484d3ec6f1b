"""The bad network is as bad as it says."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest
import pytest_asyncio

from tests.fault.proxy import Proxy, Weather


async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(ConnectionError):
        while chunk := await reader.read(65536):
            writer.write(chunk)
    writer.close()


@pytest_asyncio.fixture
async def proxy() -> AsyncIterator[Proxy]:
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    async with Proxy(server.sockets[0].getsockname()[1]) as proxy:
        yield proxy
    server.close()


Stream = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@pytest_asyncio.fixture
async def line(proxy: Proxy) -> AsyncIterator[Stream]:
    line = await asyncio.open_connection("127.0.0.1", proxy.port)
    line[1].write(b"hello")
    assert await line[0].read(5) == b"hello"
    yield line
    line[1].close()


async def hears(line: Stream, within: float = 0.2) -> bytes | None:
    """What comes next: empty at the end, None for nothing."""
    try:
        async with asyncio.timeout(within):
            return await line[0].read(65536)
    except TimeoutError:
        return None


async def test_latency_delays_each_direction(proxy: Proxy, line: Stream) -> None:
    proxy.weather = Weather(latency=0.1)
    began = time.monotonic()
    line[1].write(b"x")
    assert await hears(line, within=2) == b"x"
    assert 0.2 <= time.monotonic() - began < 1


async def test_jitter_keeps_the_order(proxy: Proxy, line: Stream) -> None:
    proxy.weather = Weather(latency=0.02, jitter=0.02)
    for number in range(20):
        line[1].write(bytes([number]))
        await asyncio.sleep(0.001)
    assert await asyncio.wait_for(line[0].readexactly(20), 2) == bytes(range(20))


async def test_a_throttle_takes_its_time(proxy: Proxy, line: Stream) -> None:
    proxy.weather = Weather(rate=20_000)
    began = time.monotonic()
    line[1].write(b"x" * 10_000)
    await asyncio.wait_for(line[0].readexactly(10_000), 5)
    assert time.monotonic() - began >= 0.5


async def test_a_black_hole_tells_nobody_and_gives_back_what_it_held(proxy: Proxy, line: Stream) -> None:
    proxy.blackhole()
    line[1].write(b"x")
    assert await hears(line) is None
    proxy.restore()
    assert await hears(line, within=2) == b"x"


async def test_a_reset_ends_both_sides(proxy: Proxy, line: Stream) -> None:
    proxy.reset()
    with pytest.raises(ConnectionResetError):
        await line[0].read(1)
    assert not proxy.lines or await asyncio.wait_for(next(iter(proxy.lines)).over.wait(), 2)


async def test_chance_resets_too(proxy: Proxy, line: Stream) -> None:
    proxy.weather = Weather(reset_chance=1.0)
    line[1].write(b"x")
    with pytest.raises(ConnectionResetError):
        await asyncio.wait_for(line[0].read(1), 2)


async def test_half_closed_the_client_hears_an_end(proxy: Proxy, line: Stream) -> None:
    proxy.half_close()
    assert await hears(line, within=2) == b""
    line[1].write(b"still there")
    await line[1].drain()


async def test_who_stops_reading_may_still_send(proxy: Proxy, line: Stream) -> None:
    proxy.stop_reading()
    line[1].write(b"x")
    assert await hears(line) is None
    proxy.restore()
    assert await hears(line, within=2) == b"x"


async def test_it_cuts_after_so_many_bytes(proxy: Proxy, line: Stream) -> None:
    proxy.cut_after = 5 + 3
    line[1].write(b"abcdef")
    assert await asyncio.wait_for(line[0].readexactly(3), 2) == b"abc"
    with pytest.raises((ConnectionResetError, asyncio.IncompleteReadError)):
        await asyncio.wait_for(line[0].readexactly(1), 2)
