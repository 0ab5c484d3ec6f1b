"""Whether what people send can be stored. A database that answers questions may still have no room, or be locked."""

from __future__ import annotations

import structlog
from django.contrib.sessions.backends.db import SessionStore
from django.db import DatabaseError, transaction

log = structlog.get_logger()


class Storing:
    """``works`` is what became of the last try."""

    def __init__(self) -> None:
        self.works = True

    def failed(self) -> None:
        """Somebody's command could not be stored."""
        self.works = False

    def try_again(self) -> None:
        """If the last try failed: store something that means nothing, and take it away again."""
        if self.works:
            return
        try:
            with transaction.atomic():
                session = SessionStore()
                session.create()
            with transaction.atomic():
                session.delete()
        except DatabaseError as error:
            log.warning("storing.fails", error=type(error).__name__)
        else:
            self.works = True


storing = Storing()
