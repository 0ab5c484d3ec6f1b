"""Waiting for what must come true: nothing in the tests sleeps for a guessed time."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable


def until(condition: Callable[[], bool], *, seconds: float, what: str) -> None:
    """Return once ``condition()`` holds. Raises TimeoutError, naming ``what``, after ``seconds``."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what}: not after {seconds} s")
        time.sleep(0.02)


def free_port() -> int:
    """A TCP port of 127.0.0.1 that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(port: int) -> bool:
    """True if somebody accepts connections on 127.0.0.1:port."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0
