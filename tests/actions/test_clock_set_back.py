"""The clock is set back by an hour: what was put off for seconds must not wait for that hour."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail

from chat import clock, outbox
from chat.actions import system
from chat.bot import runner
from chat.models import OutboxMail
from tests import cast
from tests.cast import HOUR, MINUTE, NOON, SECOND

pytestmark = pytest.mark.django_db
BEFORE = NOON - HOUR


def due() -> list[timedelta]:
    """How long each mail still waits after the step."""
    clock.set_right(BEFORE)
    return [row.due_at - BEFORE for row in OutboxMail.objects.order_by("due_at")]


def test_a_new_mail_waits_a_minute_at_most(vera: cast.Visitor) -> None:
    vera.leaves()
    assert due() == [MINUTE, MINUTE]
    assert outbox.send_due(BEFORE + MINUTE) == len(mail.outbox) == 2


@pytest.mark.parametrize(("attempts", "longest"), [(1, 10 * SECOND), (4, 80 * SECOND), (40, HOUR)])
def test_a_mail_that_failed_waits_as_long_as_after_a_failure(
    vera: cast.Visitor, attempts: int, longest: timedelta
) -> None:
    vera.leaves()
    OutboxMail.objects.update(attempts=attempts, due_at=NOON + MINUTE)
    assert due() == [longest, longest]


def test_a_dead_senders_lease_ends(vera: cast.Visitor) -> None:
    vera.leaves()
    assert outbox.claim(NOON) and outbox.claim(NOON)
    clock.set_right(BEFORE)
    assert outbox.send_due(BEFORE + outbox.LEASE) == 2


def test_a_dead_process_turn_is_picked_up(vera: cast.Visitor) -> None:
    vera.says("When are you open?")
    clock.set_right(BEFORE)
    assert not runner.claim(BEFORE + SECOND) and len(runner.claim(BEFORE + runner.LEASE)) == 1


def test_who_waits_for_a_person_is_not_forgotten(vera: cast.Visitor) -> None:
    vera.waits()
    assert not system.alert_unanswered(NOON - MINUTE) and system.alert_unanswered(BEFORE) == 1


def test_where_no_clock_was_set_back_nothing_changes(vera: cast.Visitor) -> None:
    vera.leaves()
    before = list(OutboxMail.objects.values())
    clock.set_right(NOON)
    assert list(OutboxMail.objects.values()) == before
