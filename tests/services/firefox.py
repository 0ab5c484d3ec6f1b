"""Debian's Firefox for Playwright: takes Firefox's own arguments, starts it and passes its protocol on.

Playwright speaks WebDriver BiDi with an unpatched Firefox, but begins each context with a command that the
extended-support release does not know, and gives up. It only says which colours to prefer, so we answer it here.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path

from websockets.asyncio.client import connect
from websockets.asyncio.connection import Connection
from websockets.asyncio.server import ServerConnection, serve

FIREFOX = os.environ.get("FIREFOX", "/usr/bin/firefox-esr")
UNKNOWN = "emulation.setMediaFeaturesOverride"
LISTENING = "WebDriver BiDi listening on "
#: With every site in a process of its own, Playwright's keys and clicks do not reach the widget's frame.
PREFERENCES: dict[str, str | float | bool] = {"fission.autostart": False}


def wrapper(folder: Path) -> Path:
    """A program in ``folder`` that Playwright can start as its Firefox."""
    program = folder / "firefox"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{__file__}" "$@"\n')
    program.chmod(0o700)
    return program


async def run(arguments: list[str]) -> int:
    """Firefox's exit code."""
    firefox = await asyncio.create_subprocess_exec(FIREFOX, *arguments, stderr=PIPE)
    for each in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(each, firefox.terminate)
    address = await listens_at(firefox)

    async def between(playwright: ServerConnection) -> None:
        async with connect(f"{address}/session", max_size=None) as browser:
            there = asyncio.create_task(to_browser(playwright, browser))
            await pass_on(browser, playwright)
            there.cancel()

    async with serve(between, "127.0.0.1", 0, max_size=None) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        print(f"{LISTENING}ws://127.0.0.1:{port}", file=sys.stderr, flush=True)  # noqa: T201
        asyncio.get_running_loop().create_task(drain(firefox))
        return await firefox.wait()


async def listens_at(firefox: Process) -> str:
    """Raises RuntimeError if it ends without saying so."""
    assert firefox.stderr
    async for line in firefox.stderr:
        if found := re.search(f"{LISTENING}(ws://.*)", line.decode()):
            return found[1].strip()
    raise RuntimeError("Firefox ended before it listened")


async def drain(firefox: Process) -> None:
    """A full pipe would stop it."""
    assert firefox.stderr
    async for _ in firefox.stderr:
        pass


async def to_browser(playwright: Connection, browser: Connection) -> None:
    async for message in playwright:
        command = json.loads(message)
        if command["method"] == UNKNOWN:
            await playwright.send(json.dumps({"type": "success", "id": command["id"], "result": {}}))
        else:
            await browser.send(message)
    await browser.close()


async def pass_on(source: Connection, sink: Connection) -> None:
    async for message in source:
        await sink.send(message)


if __name__ == "__main__":
    sys.exit(asyncio.run(run(sys.argv[1:])))
