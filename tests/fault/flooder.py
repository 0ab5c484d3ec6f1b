"""A script that floods: ``python -m tests.fault.flooder PORT SITE_KEY``. Ended, it prints what it heard.

A process of its own, so that what it costs its sender is not counted as what it costs the others.
"""

from __future__ import annotations

import json
import secrets
import signal
import sys
import time
from collections import Counter
from contextlib import suppress

import websockets
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from tests.sockets.client import PROOF, new_cmid

BURST = 50
heard: Counter[str] = Counter()


def end(*_: object) -> None:
    raise SystemExit


def hello(site: str) -> str:
    who = {"site": site, "credential": secrets.token_urlsafe(32), "fresh": True}
    return json.dumps({"type": "hello", "protocol": 1, "build": "flood", **who})


def listen(socket: ClientConnection) -> None:
    with suppress(TimeoutError):
        while True:
            frame = json.loads(socket.recv(timeout=0))
            heard[str(frame.get("code") or frame["type"])] += 1


def flood(port: int, site: str) -> None:
    """Until the server closes."""
    with connect(f"ws://127.0.0.1:{port}/ws/visitor/", origin=Origin(f"http://127.0.0.1:{port}")) as socket:
        socket.send(hello(site))
        while True:
            for _ in range(BURST):
                socket.send(json.dumps({"type": "send", "cmid": new_cmid(), "text": "spam", "disclosure": PROOF}))
                heard["sent"] += 1
            listen(socket)


def main(port: int, site: str) -> None:
    signal.signal(signal.SIGTERM, end)
    try:
        while True:
            try:
                flood(port, site)
            except (OSError, websockets.WebSocketException) as error:
                code = error.rcvd.code if isinstance(error, websockets.ConnectionClosed) and error.rcvd else 0
                heard[f"closed {code}"] += 1
                time.sleep(0.01)
    finally:
        print(json.dumps(heard))  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
