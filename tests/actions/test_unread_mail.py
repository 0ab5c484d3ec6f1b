"""A reply typed while the visitor was away reaches her by mail, with who wrote it and the way back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail

from chat import outbox
from chat.actions import visitor
from chat.actions.mail import READS_WITHIN
from chat.models import Conversation, OutboxMail, Site
from chat.wire import client_frames as f
from tests import cast
from tests.cast import MINUTE, NOON, SECOND, cmid

pytestmark = pytest.mark.django_db
DUE = NOON + READS_WITHIN


@pytest.fixture
def chat(vera: cast.Visitor, ana: cast.Agent) -> Conversation:
    """Vera left an address and has had her owed answer; Ana still has the chat."""
    chat = vera.leaves()
    ana.takes(chat)
    ana.writes(chat, "We open at ten.")
    outbox.send_due(NOON)
    mail.outbox.clear()
    return chat


def sent(now: timedelta = READS_WITHIN) -> list[str]:
    """Bodies of what has been sent since the chat was as above."""
    outbox.send_due(NOON + now)
    return [str(each.body) for each in mail.outbox]


def reads(vera: cast.Visitor) -> None:
    visitor.mark_read(vera.actor, vera.chat, vera.chat.top_seq)


def test_what_is_not_read_within_a_minute_goes_by_mail(ana: cast.Agent, chat: Conversation) -> None:
    ana.writes(chat, "And on Sundays at twelve.")
    assert not sent(READS_WITHIN - SECOND)
    assert len(sent()) == 1 and len(sent(READS_WITHIN * 2)) == 1
    assert mail.outbox[0].to == ["vera@example.org"]


def test_it_says_who_wrote_what_and_the_way_back(vera: cast.Visitor, ana: cast.Agent, chat: Conversation) -> None:
    vera.does(f.VisitorSend(cmid=cmid(), text="And on Sunday?", page="/visit"))
    ana.writes(chat, "At twelve.")
    (body,) = sent()
    assert mail.outbox[0].subject == "Ana at Marlpit replied to you"
    assert "Ana, a person at Marlpit, wrote in the chat:\n\nAt twelve.\n" in body
    assert "https://marlpit.example/visit#candid" in body and "> And on Sunday?" in body


def test_what_was_read_in_the_chat_is_not_sent(vera: cast.Visitor, ana: cast.Agent, chat: Conversation) -> None:
    ana.writes(chat, "And on Sundays at twelve.")
    reads(vera)
    assert not sent() and not OutboxMail.objects.filter(sent_at=None).exists()


def test_replies_of_a_minute_go_together(ana: cast.Agent, chat: Conversation) -> None:
    for seconds, text in ((0, "First."), (20, "Second."), (59, "Third.")):
        ana.writes(chat, text, now=NOON + seconds * SECOND)
    (body,) = sent()
    assert body.index("First.") < body.index("Second.") < body.index("Third.") and body.count("Ana, a person") == 1


def test_what_was_mailed_or_read_is_not_mailed_again(vera: cast.Visitor, ana: cast.Agent, chat: Conversation) -> None:
    ana.writes(chat, "First.")
    sent()
    ana.writes(chat, "Second.", now=DUE)
    reads(vera)
    ana.writes(chat, "Third.", now=DUE + SECOND)
    assert ["Third." in body for body in sent(READS_WITHIN * 3)] == [False, True]
    assert "Second." not in mail.outbox[1].body and "First." not in mail.outbox[1].body


def test_two_people_are_each_named(ana: cast.Agent, ben: cast.Agent, chat: Conversation) -> None:
    ana.writes(chat, "Ben knows more.")
    ana.transfers(chat, to=ben)
    ben.takes(chat)
    ben.writes(chat, "Indeed.")
    (body,) = sent()
    assert body.index("Ana, a person") < body.index("Ben knows more.") < body.index("Ben, a person at Marlpit")
    assert mail.outbox[0].subject.startswith("Ben at Marlpit")


def test_a_goodbye_is_a_reply(vera: cast.Visitor, ana: cast.Agent, chat: Conversation) -> None:
    ana.resolves(chat, "Goodbye, Vera.")
    assert "Goodbye, Vera." in sent()[0] and vera.chat.status == "closed"


def test_the_owed_answer_goes_at_once_and_once(vera: cast.Visitor, ana: cast.Agent, chat: Conversation) -> None:
    ana.writes(chat, "Before.")
    vera.leaves_message()
    ana.takes(chat)
    ana.writes(chat, "The answer.")
    ana.writes(chat, "After.")
    assert "The answer." in sent(timedelta())[-1]
    assert [sum(text in body for body in sent()) for text in ("Before.", "The answer.", "After.")] == [1, 1, 1]


def test_without_an_address_nothing_is_written(vera: cast.Visitor, ana: cast.Agent) -> None:
    chat = vera.waits()
    ana.takes(chat)
    ana.writes(chat)
    assert not OutboxMail.objects.exists()


def test_a_mail_that_failed_is_tried_again_and_not_swallowed_by_the_next(ana: cast.Agent, chat: Conversation) -> None:
    ana.writes(chat, "First.")
    assert outbox.claim(DUE)  # and then the process is killed
    ana.writes(chat, "Second.", now=DUE + SECOND)
    assert ["First." in body for body in sent(READS_WITHIN + outbox.LEASE + MINUTE)] == [True, False]


@pytest.mark.parametrize(
    ("page", "link"),
    [
        (None, "https://marlpit.example/#candid"),
        ("/visit", "https://marlpit.example/visit#candid"),
        ("/a?b=c#d", "https://marlpit.example/a#candid"),
        ("//evil.example/x", "https://marlpit.example/evil.example/x#candid"),
        ("https://evil.example", "https://marlpit.example/https://evil.example#candid"),
        ("/ü\n\nhttps://evil.example", "https://marlpit.example/%C3%BC%0A%0Ahttps://evil.example#candid"),
    ],
)
def test_the_way_back_stays_at_the_site(
    vera: cast.Visitor, ana: cast.Agent, chat: Conversation, page: str | None, link: str
) -> None:
    vera.does(f.VisitorSend(cmid=cmid(), text="Hello?", page=page))
    ana.writes(chat, "Hello.")
    assert link in sent()[0].splitlines()


def test_a_site_without_a_page_of_its_own_gives_no_link(
    vera: cast.Visitor, ana: cast.Agent, chat: Conversation, site: Site
) -> None:
    site.origins = []
    site.save()
    ana.writes(chat, "Hello.")
    assert "#candid" not in sent()[0]
