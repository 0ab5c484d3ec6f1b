"""Places where a test may stop this process: FAULT=point:action[:nth], heeded only together with TESTING=1.

Points, in the way of a stored command: before_commit, after_commit, after_publish, after_ack. Actions: exit9 (as a
power cut: nothing is flushed) and sleep (two seconds). Without ``nth`` it happens every time, else at that time only.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from itertools import count

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

POINTS = frozenset({"before_commit", "after_commit", "after_publish", "after_ack"})
SLEEP = 2.0
#: Seconds after which a frame that was handed to the server has left it.
LEAVING = 0.02

ACTIONS: Mapping[str, Callable[[], None]] = {
    "exit9": lambda: os._exit(9),
    "sleep": lambda: time.sleep(SLEEP),
}


class Failpoint:
    """What ``spec`` asks for; nothing, when it is empty. Raises ImproperlyConfigured for what can't be meant."""

    def __init__(self, spec: str, *, testing: bool) -> None:
        self.point, _, rest = spec.partition(":")
        action, _, nth = rest.partition(":")
        if spec and not testing:
            raise ImproperlyConfigured("FAULT breaks this server on purpose: it needs TESTING=1 beside it.")
        if spec and (self.point not in POINTS or action not in ACTIONS or not (nth or "1").isdigit()):
            raise ImproperlyConfigured(f"FAULT is POINT:ACTION[:NTH], with {sorted(POINTS)} and {sorted(ACTIONS)}.")
        self._act = ACTIONS.get(action)
        self._nth = int(nth or 0)
        self._times = count(1)

    def hit(self, point: str) -> None:
        """This point is reached now."""
        if point == self.point and self._act and (next(self._times) == self._nth or not self._nth):
            self._act()


failpoint = Failpoint(settings.FAULT, testing=settings.TESTING)
hit = failpoint.hit
#: Whether it matters when an ``ack`` left.
ACKS = failpoint.point == "after_ack"
