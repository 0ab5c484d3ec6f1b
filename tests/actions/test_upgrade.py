"""What was stored by an earlier version is whole after the upgrade."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from chat import queries
from chat.actions import system
from chat.models import Conversation, OutboxMail
from tests import cast
from tests.cast import MINUTE, NOON, is_true

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.contract]
NEW_IN_THE_FOLD = {"unanswered_since", "late", "quote", "asked", "references"}


@pytest.fixture
def back_at_first() -> Iterator[None]:
    yield
    call_command("migrate", verbosity=0)


def as_it_was() -> None:
    """The database as the first version would have left it."""
    for chat in Conversation.objects.all():
        chat.fold = {name: value for name, value in chat.fold.items() if name not in NEW_IN_THE_FOLD}
        chat.save()
    MigrationExecutor(connection).migrate([("chat", "0001_initial")])


@pytest.mark.usefixtures("back_at_first")
def test_who_waited_during_the_upgrade_raises_the_alarm_too(vera: cast.Visitor) -> None:
    vera.waits()
    as_it_was()
    call_command("migrate", verbosity=0)
    assert is_true(vera.chat) and vera.chat.unanswered_since == NOON
    assert system.alert_unanswered(NOON + 3 * MINUTE) == 1


@pytest.mark.usefixtures("back_at_first")
def test_who_was_warned_before_the_upgrade_is_closed_when_told(vera: cast.Visitor) -> None:
    vera.says()
    system.warn_idle(NOON + 2 * system.IDLE_AFTER)
    as_it_was()
    call_command("migrate", verbosity=0)
    assert is_true(vera.chat) and system.close_idle(NOON + 3 * system.IDLE_AFTER) == 1


@pytest.mark.usefixtures("back_at_first")
def test_owed_answers_and_their_mail_survive(vera: cast.Visitor, ana: cast.Agent) -> None:
    reference = vera.leaves().reference
    as_it_was()
    call_command("migrate", verbosity=0)
    ana.takes(vera.chat)
    ana.writes(vera.chat, "We open at ten.")
    assert all(reference in mail.subject for mail in OutboxMail.objects.all()) and OutboxMail.objects.count() == 3


@pytest.mark.usefixtures("back_at_first")
def test_chats_from_before_are_found_too(vera: cast.Visitor, ana: cast.Agent) -> None:
    reference = vera.leaves().reference
    as_it_was()
    call_command("migrate", verbosity=0)
    rows = queries.found(ana.actor.conversations(), f"{reference} open").rows
    assert [row.conversation for row in rows] == [str(vera.chat)] and is_true(vera.chat)
