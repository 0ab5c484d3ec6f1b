"""Sends the mail that was written with the events: at least once, never inside their transaction.

Each mail is claimed just before it is sent: a slow server costs the others time, never their lease.
"""

from __future__ import annotations

import smtplib
import time
from datetime import datetime, timedelta
from email.utils import parseaddr

import structlog
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F, Q

from chat.actions import system
from chat.domain.events import Undelivered
from chat.models import OutboxMail

log = structlog.get_logger()

LEASE = timedelta(minutes=2) / settings.CLOCKS
FIRST_RETRY: timedelta = timedelta(seconds=10) / settings.CLOCKS
LAST_RETRY: timedelta = timedelta(hours=1) / settings.CLOCKS
#: From this try on the wait is the longest.
LONGEST_AFTER = 10
#: Some five days of tries; then nobody waits for this mail any more.
MAX_ATTEMPTS = 130
#: Mails of one round.
ROUND = 50


class Unreachable(Exception):
    """The mail server doesn't answer: no other mail would fare better now."""


def send_due(now: datetime) -> int:
    """Send what is due; returns how many went out. Safe in several processes at once."""
    began, sent = time.monotonic(), 0
    for _ in range(ROUND):
        moment = now + timedelta(seconds=time.monotonic() - began)
        mail = claim(moment)
        if mail is None:
            break
        try:
            sent += _send(mail, moment)
        except Unreachable:
            break
    return sent


def claim(now: datetime) -> OutboxMail | None:
    """The mail that is due longest, now leased by the caller."""
    free = Q(lease_until__isnull=True) | Q(lease_until__lte=now)
    open_ = OutboxMail.objects.filter(free, sent_at__isnull=True, given_up_at__isnull=True, due_at__lte=now)
    for mail in open_.order_by("due_at", "pk").select_related("conversation")[:ROUND]:
        with transaction.atomic():
            if open_.filter(pk=mail.pk).update(lease_until=now + LEASE, attempts=F("attempts") + 1):
                mail.attempts += 1
                return mail
    return None


def release_leases() -> None:
    """Only for a process that knows itself alone: whatever was leased, its holder is dead."""
    with transaction.atomic():
        OutboxMail.objects.filter(sent_at__isnull=True).update(lease_until=None)


def _send(mail: OutboxMail, now: datetime) -> bool:
    """True if it went out. Raises Unreachable."""
    if _was_read(mail):
        with transaction.atomic():
            mail.delete()
        return False
    try:
        _message(mail).send()
    except Exception as error:  # noqa: BLE001 -- whatever a mail server does wrong, the mail is tried again
        _failed(mail, error, now)
        if isinstance(error, OSError) and not isinstance(error, _ANSWERS):
            raise Unreachable from None
        return False
    _save(mail, sent_at=now, lease_until=None)
    return True


#: smtplib's own exceptions are OSErrors, too; these say that somebody answered.
_ANSWERS = (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused)


def _failed(mail: OutboxMail, error: Exception, now: datetime) -> None:
    facts = {"mail": str(mail.public_id), "error": type(error).__name__, "attempts": mail.attempts}
    if is_permanent(error) or mail.attempts >= MAX_ATTEMPTS:
        log.error("outbox.given_up", **facts)
        _give_up(mail, error, now)
    else:
        log.warning("outbox.failed", **facts)
        _save(mail, due_at=now + retry_after(mail.attempts), lease_until=None)


def _give_up(mail: OutboxMail, error: Exception, now: datetime) -> None:
    with transaction.atomic():
        # Conversation before mail, as wherever both are written: else two could wait for each other.
        if mail.conversation:
            system.mail_given_up(mail.conversation, to=mail.to, why=_why(error), now=now)
        _save(mail, given_up_at=now, lease_until=None)


def _why(error: Exception) -> Undelivered:
    if not is_permanent(error):
        return Undelivered.TRIED
    return Undelivered.ADDRESS if isinstance(error, smtplib.SMTPRecipientsRefused) else Undelivered.MAIL


def is_permanent(error: Exception) -> bool:
    """It is the address or the words that the server won't have. A refused sender or password the owner may mend."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(500 <= code < 600 for code, _ in error.recipients.values())
    return isinstance(error, smtplib.SMTPDataError) and 500 <= error.smtp_code < 600


def _was_read(mail: OutboxMail) -> bool:
    """The visitor came back and read in the chat what this would bring."""
    if mail.conversation is None or mail.unless_read is None:
        return False
    return mail.conversation.visitor_read >= mail.unless_read


def retry_after(attempts: int) -> timedelta:
    """10 s, 20 s, 40 s … up to an hour."""
    doublings = min(attempts, LONGEST_AFTER) - 1
    return min(FIRST_RETRY * (1 << doublings), LAST_RETRY)


def _message(mail: OutboxMail) -> EmailMessage:
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    headers = {"Message-ID": f"<{mail.public_id}@{domain}>", "Auto-Submitted": "auto-generated"}
    return EmailMessage(subject=mail.subject, body=mail.text, to=[mail.to], headers=headers)


def _save(mail: OutboxMail, **fields: object) -> None:
    with transaction.atomic():
        OutboxMail.objects.filter(pk=mail.pk).update(**fields)
