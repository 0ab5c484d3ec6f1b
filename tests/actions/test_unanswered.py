"""The timer that finds who was left in silence: colleagues hear of it once, by mail if none of them is here."""

from __future__ import annotations

import pytest

from chat import presence, queries
from chat.actions import system
from chat.models import OutboxMail, Site
from tests import cast
from tests.cast import MINUTE, NOON, SECOND, Visitor, at_once, inbox_revs, is_true, kinds, refused

pytestmark = pytest.mark.django_db
DUE = NOON + 3 * MINUTE


def late(site: Site) -> list[object]:
    return [row.late_since for row in queries.inbox(site, None).rows]


def test_it_is_due_after_three_minutes_and_comes_once(vera: cast.Visitor) -> None:
    chat = vera.waits()
    assert not system.alert_unanswered(DUE - SECOND)
    assert system.alert_unanswered(DUE) == 1 and not system.alert_unanswered(DUE + MINUTE)
    assert kinds(chat)[-1] == "unanswered" and is_true(chat)


def test_a_claimed_chat_is_no_answer(vera: cast.Visitor, ana: cast.Agent) -> None:
    ana.takes(vera.waits())
    assert system.alert_unanswered(DUE) == 1
    assert vera.chat.status == "human" and vera.chat.agent == ana.membership


def test_an_answer_in_time_is_no_alarm(vera: cast.Visitor, ana: cast.Agent) -> None:
    chat = vera.waits()
    ana.takes(chat)
    ana.writes(chat, now=DUE - SECOND)
    assert not system.alert_unanswered(DUE + MINUTE) and vera.chat.unanswered_since is None


def test_a_question_after_an_answer_may_be_left_alone_too(vera: cast.Visitor, ana: cast.Agent) -> None:
    chat = vera.waits()
    ana.takes(chat)
    ana.writes(chat)
    vera.says("And on Sunday?", now=NOON + MINUTE)
    assert not system.alert_unanswered(DUE)
    assert system.alert_unanswered(DUE + MINUTE) == 1


def test_the_inbox_shows_it_until_somebody_answers(vera: cast.Visitor, ana: cast.Agent, site: Site) -> None:
    chat = vera.waits()
    system.alert_unanswered(DUE)
    ana.takes(chat)
    assert late(site) == [NOON]
    ana.writes(chat)
    assert late(site) == [None]


def test_alarm_and_answer_each_number_the_inbox(vera: cast.Visitor, ana: cast.Agent, site: Site) -> None:
    chat = vera.waits()
    ana.takes(chat)
    before = len(inbox_revs(site))
    system.alert_unanswered(DUE)
    ana.writes(chat)
    ana.writes(chat)
    assert len(inbox_revs(site)) == before + 2


def test_vera_may_leave_an_address_though_the_chat_is_claimed(vera: cast.Visitor, ana: cast.Agent) -> None:
    chat = vera.waits()
    ana.takes(chat)
    system.alert_unanswered(DUE)
    vera.leaves_message()
    assert vera.chat.status == "message_left" and vera.chat.agent is None and is_true(chat)
    with refused("not_now"):
        ana.writes(chat)


def test_who_left_an_address_waits_for_mail_not_for_the_alarm(vera: cast.Visitor) -> None:
    vera.leaves()
    assert not system.alert_unanswered(DUE)


def test_who_was_promised_an_answer_is_not_closed_for_being_silent(vera: cast.Visitor, ana: cast.Agent) -> None:
    ana.takes(vera.waits())
    assert not system.warn_idle(NOON + 2 * system.IDLE_AFTER)
    ana.writes(vera.chat)
    assert system.warn_idle(NOON + 2 * system.IDLE_AFTER)


# --- mail ------------------------------------------------------------------------------------------------------------
def mails() -> list[tuple[str, str]]:
    return list(OutboxMail.objects.order_by("pk").values_list("to", "subject"))


def test_with_nobody_here_the_site_gets_a_mail_with_what_was_said(vera: cast.Visitor) -> None:
    vera.waits()
    system.alert_unanswered(DUE)
    mail = OutboxMail.objects.get()
    assert mail.to == "hello@marlpit.example" and "three minutes" in mail.subject
    assert f"> {cast.QUESTION}" in mail.text


def test_with_somebody_here_the_console_says_it(vera: cast.Visitor, ana: cast.Agent) -> None:
    vera.waits()
    ana.arrives(now=DUE)
    system.alert_unanswered(DUE)
    assert mails() == []


def test_who_is_away_from_the_queue_is_not_here(vera: cast.Visitor, ana: cast.Agent) -> None:
    vera.waits()
    ana.arrives(now=DUE)
    presence.set_available(ana.membership, on=False)
    system.alert_unanswered(DUE)
    assert len(mails()) == 1


def test_a_colleague_at_another_site_is_not_here(vera: cast.Visitor, charlie: cast.Agent) -> None:
    vera.waits()
    charlie.arrives(now=DUE)
    system.alert_unanswered(DUE)
    assert [to for to, _ in mails()] == ["hello@marlpit.example"]


def test_a_site_without_a_mailbox_gets_none(carl: cast.Visitor) -> None:
    carl.waits()
    assert system.alert_unanswered(DUE) == 1 and mails() == []


@pytest.mark.contract
@pytest.mark.django_db(transaction=True)
def test_two_processes_raise_one_alarm(vera: cast.Visitor, site: Site) -> None:
    chats = [vera.waits(), *[Visitor(site).waits() for _ in range(3)]]
    results = at_once(*[lambda: system.alert_unanswered(DUE)] * 3)
    assert sum(results) == 4
    assert all(kinds(chat).count("unanswered") == 1 for chat in chats)
