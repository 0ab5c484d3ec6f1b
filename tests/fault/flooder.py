"""A script that floods: ``python -m tests.fault.flooder sends|handshakes PORT SITE_KEY``.

It prints a line when it is first refused, and ended, what it heard.

A process of its own, so that what it costs its sender is not counted as what it costs the others.
"""

from __future__ import annotations

import json
import secrets
import signal
import socket
import sys
import time
from collections import Counter
from contextlib import suppress

import websockets
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from tests.sockets.client import PROOF, new_cmid

BURST = 50
#: Its own, of this machine: who shares a flooder's address shares that address's limit, too.
ADDRESS = ("127.0.0.2", 0)
#: "closed 0": a handshake that was refused or dropped.
REFUSED = {"rate_limited", "429", "dropped", "closed 0", "closed 4029"}
UPGRADE = (
    "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
)
heard: Counter[str] = Counter()


def end(*_: object) -> None:
    raise SystemExit


def hello(site: str) -> str:
    who = {"site": site, "credential": secrets.token_urlsafe(32), "fresh": True}
    return json.dumps({"type": "hello", "protocol": 1, "build": "flood", **who})


def hear(what: str) -> None:
    before, heard[what] = heard.keys() & REFUSED, heard[what] + 1
    if what in REFUSED and not before:
        print("refused", flush=True)  # noqa: T201


def listen(line: ClientConnection) -> None:
    with suppress(TimeoutError):
        while True:
            frame = json.loads(line.recv(timeout=0))
            hear(str(frame.get("code") or frame["type"]))


def sends(port: int, site: str) -> None:
    """Until the server closes."""
    sock = socket.create_connection(("127.0.0.1", port), timeout=5, source_address=ADDRESS)
    with connect(f"ws://127.0.0.1:{port}/ws/visitor/", origin=Origin(f"http://127.0.0.1:{port}"), sock=sock) as line:
        line.send(hello(site))
        while True:
            for _ in range(BURST):
                line.send(json.dumps({"type": "send", "cmid": new_cmid(), "text": "spam", "disclosure": PROOF}))
                heard["sent"] += 1
            listen(line)


def handshakes(port: int, site: str) -> None:
    """One, and away before anything is said."""
    request = f"GET /ws/visitor/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\n{UPGRADE}\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=5, source_address=ADDRESS) as line:
        heard["sent"] += 1
        line.sendall(request.encode())
        hear(line.recv(100).decode()[9:12] or "dropped")


def main(what: str, port: int, site: str) -> None:
    signal.signal(signal.SIGTERM, end)
    flood = {"sends": sends, "handshakes": handshakes}[what]
    try:
        while True:
            try:
                flood(port, site)
            except ConnectionResetError:
                hear("dropped")
            except (OSError, websockets.WebSocketException) as error:
                code = error.rcvd.code if isinstance(error, websockets.ConnectionClosed) and error.rcvd else 0
                hear(f"closed {code}")
                time.sleep(0.01)
    finally:
        print(json.dumps(heard))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
