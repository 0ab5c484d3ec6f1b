"""Sends the mail that was written with the events: at least once, never inside their transaction."""

from __future__ import annotations

from datetime import datetime, timedelta
from email.utils import parseaddr

import structlog
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from chat.models import OutboxMail

log = structlog.get_logger()

LEASE = timedelta(minutes=2)
FIRST_RETRY = timedelta(seconds=10)
LAST_RETRY = timedelta(hours=1)


def send_due(now: datetime) -> int:
    """Send what is due; returns how many went out. Safe in several processes at once."""
    return sum(_send(mail) for mail in claim(now))


def claim(now: datetime) -> list[OutboxMail]:
    free = Q(lease_until__isnull=True) | Q(lease_until__lte=now)
    claimed = []
    due = OutboxMail.objects.filter(free, sent_at__isnull=True, due_at__lte=now).order_by("pk")
    for mail in due.select_related("conversation")[:50]:
        with transaction.atomic():
            mine = OutboxMail.objects.filter(free, pk=mail.pk, sent_at__isnull=True)
            if mine.update(lease_until=now + LEASE, attempts=F("attempts") + 1):
                mail.attempts += 1
                claimed.append(mail)
    return claimed


def _send(mail: OutboxMail) -> bool:
    if _was_read(mail):
        with transaction.atomic():
            mail.delete()
        return False
    try:
        _message(mail).send()
    except Exception as error:  # noqa: BLE001 -- whatever a mail server does wrong, the mail is tried again
        log.warning("outbox.failed", mail=str(mail.public_id), error=type(error).__name__, attempts=mail.attempts)
        _save(mail, due_at=timezone.now() + retry_after(mail.attempts), lease_until=None)
        return False
    _save(mail, sent_at=timezone.now(), lease_until=None)
    return True


def _was_read(mail: OutboxMail) -> bool:
    """The visitor came back and read in the chat what this would bring."""
    if mail.conversation is None or mail.unless_read is None:
        return False
    return mail.conversation.visitor_read >= mail.unless_read


def retry_after(attempts: int) -> timedelta:
    """10 s, 20 s, 40 s … up to an hour."""
    doublings = min(attempts - 1, 10)
    return min(FIRST_RETRY * (1 << doublings), LAST_RETRY)


def _message(mail: OutboxMail) -> EmailMessage:
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    headers = {"Message-ID": f"<{mail.public_id}@{domain}>", "Auto-Submitted": "auto-generated"}
    return EmailMessage(subject=mail.subject, body=mail.text, to=[mail.to], headers=headers)


def _save(mail: OutboxMail, **fields: object) -> None:
    with transaction.atomic():
        OutboxMail.objects.filter(pk=mail.pk).update(**fields)
