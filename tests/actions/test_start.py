"""The first act makes everything in one transaction; before it, and when it is refused, there is nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import msgspec
import pytest

from chat.domain.events import DisclosureShown
from chat.models import BotTurnOwed, Conversation, Credential, Dial, Site, Visitor
from chat.models.visitor import hash_token
from chat.wire import client_frames as f
from tests import cast
from tests.cast import MINUTE, NOON, QUESTION, SEEN, cmid, is_true, kinds, refused

pytestmark = pytest.mark.django_db
NEVER: dict[str, Any] = {"mon": []}


def test_the_first_message_comes_second_after_its_disclosure(vera: cast.Visitor) -> None:
    applied = vera.says()
    assert applied.seq == 1
    assert kinds(vera.chat) == ["disclosure_shown", "message"]
    assert vera.chat.status == "bot" and is_true(vera.chat)


def test_the_showing_is_recorded_as_it_was(vera: cast.Visitor) -> None:
    shown = vera.says().recorded[0].event
    assert shown == DisclosureShown(text_version=SEEN.text_version, language="en", shown_at=NOON - MINUTE)


def test_a_clock_that_runs_ahead_showed_it_now(vera: cast.Visitor) -> None:
    ahead = msgspec.structs.replace(SEEN, shown_at=NOON + timedelta(days=1))
    shown = vera.says(disclosure=ahead).recorded[0].event
    assert isinstance(shown, DisclosureShown) and shown.shown_at == NOON


def test_only_the_credentials_hash_is_stored(vera: cast.Visitor) -> None:
    vera.says()
    assert [c.token_hash for c in Credential.objects.all()] == [hash_token(vera.token)]


def test_the_bot_owes_the_first_message_a_turn(vera: cast.Visitor) -> None:
    vera.says()
    assert list(BotTurnOwed.objects.values_list("conversation", "seq")) == [(vera.chat.pk, 2)]


def test_asking_for_a_person_outright_starts_in_the_queue(vera: cast.Visitor) -> None:
    vera.asks_for_person()
    assert kinds(vera.chat) == ["disclosure_shown", "handoff_requested", "handoff_packet"]
    assert vera.chat.status == "waiting" and not BotTurnOwed.objects.exists()


@pytest.mark.parametrize(
    ("dials", "status"),
    [
        ({"dial": Dial.PEOPLE_FIRST}, "waiting"),
        ({"dial": Dial.BOT_HELPS}, "waiting"),
        ({"dial_closed": Dial.PEOPLE_FIRST}, "bot"),
        ({"hours": NEVER, "dial": Dial.PEOPLE_FIRST}, "bot"),
        ({"hours": NEVER, "dial_closed": Dial.PEOPLE_FIRST}, "waiting"),
        ({"rehearsal": True}, "waiting"),
    ],
)
def test_the_dial_says_who_speaks_first(vera: cast.Visitor, site: Site, dials: dict[str, Any], status: str) -> None:
    for name, value in dials.items():
        setattr(site, name, value)
    site.save()
    vera.says()
    assert vera.chat.status == status and BotTurnOwed.objects.exists() == (status == "bot")


def test_a_page_that_is_still_open_leads_to_no_bot_once_people_come_first(vera: cast.Visitor, site: Site) -> None:
    vera.waits()
    Site.objects.filter(pk=site.pk).update(rehearsal=True)
    with refused("not_now"):
        vera.does(f.CancelHandoff(cmid=cmid()))
    vera.leaves_message()
    with refused("not_now"):
        vera.does(f.AskBot(cmid=cmid()))
    assert vera.chat.status == "message_left"


@pytest.mark.parametrize(
    "proof",
    [
        None,
        msgspec.structs.replace(SEEN, text_version="1999-01"),
        msgspec.structs.replace(SEEN, language="tlh"),
    ],
    ids=["none", "a text that we never wrote", "a language that we don't have"],
)
def test_without_proof_of_disclosure_nothing_begins(vera: cast.Visitor, proof: f.DisclosureProof | None) -> None:
    with refused("disclosure_missing"):
        vera.says(disclosure=proof)
    assert not any(model.objects.exists() for model in (Visitor, Credential, Conversation))


@pytest.mark.parametrize(
    "frame",
    [
        f.CancelHandoff(cmid=cmid()),
        f.LeaveMessage(cmid=cmid(), email="vera@example.org"),
        f.AskBot(cmid=cmid()),
        f.Rate(cmid=cmid(), seq=2, helped=True),
        f.End(cmid=cmid()),
    ],
    ids=lambda frame: type(frame).__name__,
)
def test_only_writing_and_asking_begin_a_chat(vera: cast.Visitor, frame: f.VisitorCommand) -> None:
    with refused("not_now"):
        vera.does(frame)
    assert not Visitor.objects.exists()


def test_a_credential_belongs_to_its_site(vera: cast.Visitor, carl: cast.Visitor) -> None:
    vera.says(QUESTION)
    carl.token = vera.token
    with refused("credential_refused"):
        carl.says()
