"""Where the clock was set back, what was put off until "in ten seconds" would wait for hours: nothing waits longer than
it could if it had been put off just now.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from chat import outbox
from chat.actions import mail
from chat.bot import runner
from chat.models import BotTurnOwed, OutboxMail

Put = tuple[QuerySet[Any], str, timedelta]


def no_later(rows: QuerySet[Any], field: str, latest: datetime) -> None:
    """Moments after ``latest`` become it. Looked for first: writing takes a lock."""
    later = rows.filter(**{f"{field}__gt": latest})
    if later.exists():
        with transaction.atomic():
            later.update(**{field: latest})


def set_right(now: datetime) -> None:
    """Safe in several processes at once, and with clocks some seconds apart."""
    for rows, field, longest in _put_off():
        no_later(rows, field, now + longest)


def _put_off() -> Iterator[Put]:
    """Each moment that work may wait for, and how far away it is when it is set."""
    yield BotTurnOwed.objects.all(), "due_at", timedelta(0)
    yield BotTurnOwed.objects.all(), "lease_until", runner.LEASE
    unsent = OutboxMail.objects.filter(sent_at__isnull=True, given_up_at__isnull=True)
    yield unsent, "lease_until", outbox.LEASE
    yield unsent.filter(attempts=0), "due_at", mail.READS_WITHIN
    for attempts in range(1, outbox.LONGEST_AFTER):
        yield unsent.filter(attempts=attempts), "due_at", outbox.retry_after(attempts)
    yield unsent.filter(attempts__gte=outbox.LONGEST_AFTER), "due_at", outbox.LAST_RETRY
