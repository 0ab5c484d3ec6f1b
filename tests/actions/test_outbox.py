"""Mail is written with the events and sent afterwards: at least once, whatever the mail server and we go through."""

from __future__ import annotations

import smtplib
from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.core import mail

from chat import outbox
from chat.models import OutboxMail
from tests import cast
from tests.cast import MINUTE, NOON
from tests.services.wait import free_port

pytestmark = pytest.mark.django_db


class Postbox:
    """A real SMTP server; ``refuses`` makes it take the mail's words but not the mail."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.refuses = False

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 -- aiosmtpd's name
        self.mails.append(BytesParser(EmailMessage, policy=default).parsebytes(envelope.content))
        return "451 Try again later" if self.refuses else "250 OK"


@pytest.fixture
def postbox(settings: Any) -> Iterator[Postbox]:
    postbox = Postbox()
    controller = Controller(postbox, hostname="127.0.0.1", port=free_port())
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", controller.port
    yield postbox
    controller.stop()


def raises(error: Exception) -> int:
    raise error


def fails(*args: Any, **kwargs: Any) -> int:
    raise smtplib.SMTPServerDisconnected


def test_a_real_server_gets_the_mail(vera: cast.Visitor, postbox: Postbox) -> None:
    vera.leaves()
    assert outbox.send_due(NOON) == 2
    first = postbox.mails[0]
    assert (first["To"], first["Auto-Submitted"]) == ("vera@example.org", "auto-generated")
    assert vera.chat.reference in first["Subject"] and not outbox.send_due(NOON + MINUTE)


def test_the_second_attempt_carries_the_same_message_id(vera: cast.Visitor, postbox: Postbox) -> None:
    vera.leaves()
    postbox.refuses = True
    assert outbox.send_due(NOON) == 0
    postbox.refuses = False
    assert outbox.send_due(NOON + MINUTE) == 2
    ids = [message["Message-ID"] for message in postbox.mails]
    assert ids[:2] == ids[2:] and len(set(ids)) == 2


def test_a_mail_server_that_is_away_is_asked_again_later_and_later(
    vera: cast.Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    vera.leaves()
    monkeypatch.setattr(mail.EmailMessage, "send", fails)
    outbox.send_due(NOON)
    waiting = OutboxMail.objects.filter(attempts=1).first()
    assert waiting and waiting.lease_until is None and waiting.due_at > NOON


@pytest.mark.parametrize(("attempts", "seconds"), [(1, 10), (2, 20), (5, 160), (9, 2560), (10, 3600), (500, 3600)])
def test_the_wait_doubles_up_to_an_hour(attempts: int, seconds: int) -> None:
    assert outbox.retry_after(attempts).total_seconds() == seconds


def test_a_mail_whose_sender_died_is_sent_when_the_lease_ran_out(vera: cast.Visitor) -> None:
    vera.leaves()
    assert outbox.claim(NOON) and outbox.claim(NOON)  # and then the process is killed
    assert outbox.send_due(NOON + MINUTE) == 0
    assert outbox.send_due(NOON + outbox.LEASE) == len(mail.outbox) == 2


def test_a_process_that_is_alone_need_not_wait_for_a_dead_ones_lease(vera: cast.Visitor) -> None:
    vera.leaves()
    assert outbox.claim(NOON)  # and then the process is killed
    outbox.release_leases()
    assert outbox.send_due(NOON) == 2


def test_a_mail_is_leased_only_while_it_is_sent(vera: cast.Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    vera.leaves()
    leased: list[int] = []
    count = OutboxMail.objects.filter(lease_until__isnull=False).count
    monkeypatch.setattr(mail.EmailMessage, "send", lambda self: leased.append(count()))
    assert outbox.send_due(NOON) == 2 and leased == [1, 1]


def test_a_server_that_is_away_is_tried_with_one_mail(vera: cast.Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    vera.leaves()
    monkeypatch.setattr(mail.EmailMessage, "send", fails)
    outbox.send_due(NOON)
    assert sorted(OutboxMail.objects.values_list("attempts", flat=True)) == [0, 1]


FOREVER = smtplib.SMTPRecipientsRefused({"vera@example.org": (550, b"No such user")})


@pytest.mark.parametrize(
    ("error", "tries"),
    [
        (FOREVER, 1),
        (smtplib.SMTPDataError(554, b"Refused"), 1),
        (smtplib.SMTPDataError(451, b"Later"), 3),
        (smtplib.SMTPRecipientsRefused({"vera@example.org": (450, b"Greylisted")}), 3),
        (smtplib.SMTPAuthenticationError(535, b"Wrong password"), 3),
        (ConnectionRefusedError(), 3),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_refused_for_good_is_not_tried_again(
    vera: cast.Visitor, monkeypatch: pytest.MonkeyPatch, error: Exception, tries: int
) -> None:
    vera.leaves()
    OutboxMail.objects.exclude(to="vera@example.org").delete()
    monkeypatch.setattr(mail.EmailMessage, "send", lambda self: raises(error))
    for day in range(3):
        outbox.send_due(NOON + day * timedelta(days=1))
    waiting = OutboxMail.objects.get()
    assert (waiting.attempts, waiting.given_up_at is not None) == (tries, tries == 1)


def told(vera: cast.Visitor) -> list[dict[str, Any]]:
    """What agents read in the chat of mail that never arrived."""
    return [row.body for row in vera.chat.events.filter(kind="mail_undelivered")]


@pytest.mark.parametrize(("error", "why"), [(FOREVER, "address"), (smtplib.SMTPDataError(554, b"Spam"), "mail")])
def test_agents_are_told_what_never_arrived(
    vera: cast.Visitor, monkeypatch: pytest.MonkeyPatch, error: Exception, why: str
) -> None:
    chat = vera.leaves()
    OutboxMail.objects.exclude(to="vera@example.org").delete()
    monkeypatch.setattr(mail.EmailMessage, "send", lambda self: raises(error))
    outbox.send_due(NOON)
    outbox.send_due(NOON + MINUTE)
    assert told(vera) == [{"to": "vera@example.org", "why": why}] and cast.is_true(chat)


def test_after_days_a_mail_is_given_up(vera: cast.Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    vera.leaves()
    OutboxMail.objects.update(attempts=outbox.MAX_ATTEMPTS - 1)
    monkeypatch.setattr(mail.EmailMessage, "send", fails)
    outbox.send_due(NOON)
    assert OutboxMail.objects.filter(given_up_at__isnull=False).count() == 1
    assert [facts["why"] for facts in told(vera)] == ["tried"]


def test_nothing_is_sent_for_a_command_that_was_refused(vera: cast.Visitor) -> None:
    vera.waits()
    with cast.refused("bad_field"):
        vera.leaves_message("nowhere")
    assert not OutboxMail.objects.exists()


def test_a_mail_server_that_hangs_is_given_up(settings: Any) -> None:
    assert settings.EMAIL_TIMEOUT and outbox.LEASE.total_seconds() > settings.EMAIL_TIMEOUT


def test_in_the_demo_mail_becomes_a_file(vera: cast.Visitor, settings: Any, tmp_path: Path) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    vera.leaves()
    outbox.send_due(NOON)
    files = "".join(path.read_text() for path in (tmp_path / "mail").iterdir())
    assert "To: vera@example.org" in files and vera.chat.reference in files
