"""Nobody there: an address is taken, a reference given, mail written with the events, the answer owed until given."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from chat import presence
from chat.actions.store import Applied
from chat.domain.events import HandoffRequested
from chat.models import OutboxMail, Site
from chat.wire import client_frames as f
from tests import cast
from tests.cast import HOUR, NINE_TO_FIVE, NOON, cmid, is_true, kinds, refused

pytestmark = pytest.mark.django_db
FRIDAY_EVENING = datetime(2026, 11, 27, 20, tzinfo=UTC)
MONDAY_NINE = datetime(2026, 11, 30, 9, tzinfo=UTC)


def mails() -> list[tuple[str, str]]:
    """(to, first word of the subject), in order."""
    return [(mail.to, mail.subject.split()[0]) for mail in OutboxMail.objects.order_by("pk")]


def handoff(applied: Applied) -> HandoffRequested:
    return next(item.event for item in applied.recorded if isinstance(item.event, HandoffRequested))


def test_with_somebody_there_the_click_says_so(vera: cast.Visitor, ana: cast.Agent) -> None:
    ana.arrives()
    assert handoff(vera.asks_for_person()).agents_here


def test_who_takes_no_chats_is_not_there(vera: cast.Visitor, ana: cast.Agent) -> None:
    ana.arrives()
    presence.set_available(ana.membership, on=False)
    assert not handoff(vera.asks_for_person()).agents_here


def test_outside_the_hours_the_click_says_when_the_site_opens(vera: cast.Visitor, ana: cast.Agent, site: Site) -> None:
    site.hours = NINE_TO_FIVE
    site.save()
    ana.arrives(now=FRIDAY_EVENING)
    requested = handoff(vera.asks_for_person(now=FRIDAY_EVENING))
    assert (requested.agents_here, requested.back_at) == (False, MONDAY_NINE)


def test_the_message_gets_a_reference_and_a_time(vera: cast.Visitor) -> None:
    owed = vera.leaves().state.owed
    assert owed and len(owed.reference) == 7 and owed.email == "vera@example.org"
    assert owed.due_at == NOON + 24 * HOUR
    assert is_true(vera.chat) and vera.chat.status == "message_left"


def test_the_time_counts_from_the_next_opening(vera: cast.Visitor, site: Site) -> None:
    site.hours, site.answer_within_hours = NINE_TO_FIVE, 4
    site.save()
    owed = vera.leaves(now=FRIDAY_EVENING).state.owed
    assert owed and owed.due_at == MONDAY_NINE + 4 * HOUR


def test_visitor_and_site_get_a_mail_with_what_was_said(vera: cast.Visitor) -> None:
    reference = vera.leaves().reference
    assert mails() == [("vera@example.org", "Your"), ("hello@marlpit.example", "A")]
    for mail in OutboxMail.objects.all():
        assert reference in mail.subject and "> When are you open?" in mail.text


def test_what_a_visitor_wrote_stays_text_and_out_of_the_headers(vera: cast.Visitor, site: Site) -> None:
    site.name = "O'Neill & Sons\nBcc: all@example.org"
    site.save()
    vera.says("<b>{{ site.key }}</b>")
    vera.leaves()
    first = OutboxMail.objects.order_by("pk").first()
    assert first and "\n" not in first.subject and "> <b>{{ site.key }}</b>" in first.text


@pytest.mark.parametrize("email", ["vera", "vera@", "a@b\r\nBcc: x@y.z", "vera@example.org, ben@example.org"])
def test_an_impossible_address_is_refused_and_nothing_is_kept(vera: cast.Visitor, email: str) -> None:
    vera.waits()
    with refused("bad_field"):
        vera.leaves_message(email)
    assert vera.chat.status == "waiting" and vera.chat.visitor.email == "" and not mails()


def test_a_corrected_address_keeps_the_reference(vera: cast.Visitor) -> None:
    reference = vera.leaves().reference
    vera.leaves_message("vera@example.net")
    assert vera.chat.reference == reference and vera.chat.visitor.email == "vera@example.net"
    assert mails()[2:] == [("vera@example.net", "Your"), ("hello@marlpit.example", "A")]


def test_an_address_given_at_the_wrong_time_is_not_kept(vera: cast.Visitor) -> None:
    vera.says()
    with refused("not_now"):
        vera.leaves_message()
    assert vera.chat.visitor.email == ""


def test_the_owed_answer_is_mailed_once(vera: cast.Visitor, ana: cast.Agent) -> None:
    chat = vera.leaves()
    ana.takes(chat)
    ana.writes(chat, "We open at ten.")
    ana.writes(chat, "Anything else?")
    assert [mail.unless_read for mail in OutboxMail.objects.order_by("pk")[2:]] == [None, vera.chat.top_seq]
    assert kinds(chat)[-3:] == ["message", "owed_answer_given", "message"] and not vera.chat.reference


def test_the_answer_stays_owed_while_the_bot_helps_and_after_the_end(vera: cast.Visitor, ana: cast.Agent) -> None:
    chat = vera.leaves()
    vera.does(f.AskBot(cmid=cmid()))
    vera.does(f.End(cmid=cmid()))
    assert vera.chat.reference == chat.reference
    ana.writes(chat, "We open at ten.")
    assert vera.chat.reference == "" and vera.chat.status == "closed" and is_true(chat)


def test_resolving_with_an_owed_answer_needs_words(vera: cast.Visitor, ana: cast.Agent) -> None:
    chat = vera.leaves()
    ana.takes(chat)
    with refused("answer_owed"):
        ana.resolves(chat)
    ana.resolves(chat, "We open at ten. Goodbye!")
    assert mails()[2:] == [("vera@example.org", "Ana")]


@pytest.mark.contract
def test_the_longest_names_fit_into_a_subject(vera: cast.Visitor, ana: cast.Agent, site: Site) -> None:
    site.name, ana.membership.user.name = "S" * 120, "A" * 80
    site.save()
    ana.membership.user.save()
    chat = vera.leaves()
    ana.takes(chat)
    ana.writes(chat)
    assert len(OutboxMail.objects.latest("pk").subject) <= 200
