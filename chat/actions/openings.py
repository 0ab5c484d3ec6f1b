"""Sites that open and close by the clock: nobody acts, and yet what visitors and agents read changes."""

from __future__ import annotations

from datetime import datetime

from chat.actions import publish
from chat.models import Site


class Openings:
    """Each process looks: being told twice changes nothing."""

    def __init__(self, now: datetime) -> None:
        self._looked = now

    def look(self, now: datetime) -> None:
        """Tell of those that opened or closed since the last look."""
        for site in Site.objects.exclude(hours={}):
            if site.is_open(self._looked) != site.is_open(now):
                publish.availability(site)
        self._looked = now
