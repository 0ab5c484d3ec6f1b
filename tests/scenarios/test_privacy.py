"""What was shown to people whom it was not meant for, one story each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver
from msgspec import json

from chat import presence, queries
from chat.actions import system
from chat.actions.find import find_conversation
from chat.domain.events import Notice, Outcome, Reason
from chat.models import Credential, OutboxMail, Site
from chat.models import Visitor as VisitorRow
from chat.wire import client_frames as f
from tests import cast
from tests.api.http import Console, poll
from tests.cast import MINUTE, NOON, Visitor, cmid, refused
from tests.scenarios.story import bot_speaks, vera_sees
from tests.security.routes import walk

pytestmark = pytest.mark.django_db

#: Fields of what agents read, and values that are theirs alone.
FOR_AGENTS = {"reason", "quote", "question", "tried", "score", "confidence", "tone", "decision", "failed", "outcome"}
FOR_AGENTS |= {"late_since", "lost_agent", "reserved_for", "preview", "colleagues", "role", "rev", "here"}
INTERNAL = {str(reason) for reason in Reason} - {str(notice) for notice in Notice} | {str(each) for each in Outcome}


def whole_story(vera: cast.Visitor, ana: cast.Agent, ben: cast.Agent) -> None:
    """Every handoff, departure and return that there is."""
    for question in ("Do you repair tractors?", "Which submarine is the fastest?"):
        vera.says(question)
        bot_speaks(vera.chat)
    chat = vera.chat
    for agent in (ana, ben):
        agent.arrives()
    ana.takes(chat)
    ana.transfers(chat, to=ben)
    ben.takes(chat)
    system.alert_unanswered(NOON + 3 * MINUTE)
    presence.leave(ben.membership, NOON)
    ben.arrives()
    ben.puts_back(chat)
    vera.does(f.CancelHandoff(cmid=cmid()))
    ana.takes(chat)  # steps in
    ana.lets_bot(chat)
    vera.says("THIS IS USELESS, you are the worst!!!")
    bot_speaks(vera.chat)
    vera.leaves_message()
    vera.does(f.AskBot(cmid=cmid()))
    ana.takes(chat)
    ana.writes(chat, "Here is your answer.")
    ana.resolves(chat, "Goodbye.")


def words(value: Any) -> Iterator[str]:
    """Every name and every text in a frame."""
    if isinstance(value, dict):
        yield from value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from words(inner)
    if isinstance(value, str):
        yield value


@pytest.mark.django_db(transaction=True)
def test_the_visitor_saw_internal_wording(
    vera: cast.Visitor, ana: cast.Agent, ben: cast.Agent, pushed: cast.Pushed
) -> None:
    """Rocket.Chat #33459: "returned the chat to the queue", shown to the visitor."""
    whole_story(vera, ana, ben)
    hers = [frame for topic, frame in pushed if topic.startswith("visitor:") or topic.endswith(":visitors")]
    seen = {word for frame in (*hers, *poll(vera)) for word in words(frame)}
    assert {"agent_left", "bot_resumed", "unanswered", "handoff_requested", "hidden"} <= seen
    assert seen & (FOR_AGENTS | INTERNAL) == set()


def test_every_internal_reason_was_in_that_story(vera: cast.Visitor, ana: cast.Agent, ben: cast.Agent) -> None:
    """So that the story above proves something."""
    whole_story(vera, ana, ben)
    reasons = [row.body["reason"] for row in vera.chat.events.filter(kind="handoff_packet")]
    assert reasons == ["no_answer", "supervisor", "frustration"] and len(vera_sees(vera)) == vera.chat.top_seq


def test_a_typed_address_opened_another_persons_chat(vera: cast.Visitor, ana: cast.Agent) -> None:
    """Chatwoot #9493, ChatterMate GHSA-rfh4-6ghv-m2rr: whoever typed her address read her chat."""
    hers = vera.leaves()
    thief = Visitor(vera.site)
    thief.leaves()  # the same address
    assert thief.chat != hers and hers.reference not in json.encode(poll(thief)).decode()
    with refused("not_found"):
        find_conversation(thief.actor, str(hers))
    ana.takes(hers)
    ana.writes(hers, "Your parcel is in Leeds.")
    assert "Leeds" not in json.encode(poll(thief)).decode()


def test_the_session_token_stood_in_urls(vera: cast.Visitor, ana: cast.Agent) -> None:
    """Chatwoot #15775: in addresses, hence in logs, histories and mails."""
    chat = vera.leaves()
    ana.takes(chat)
    ana.writes(chat)
    assert not [
        route.path for route in walk(get_resolver().url_patterns) if {"token", "credential"} & {*route.arguments}
    ]
    for name in ("token", "credential", "authorization"):
        url = f"/api/v1/visitor/events/?site={vera.site.key}&{name}={vera.token}"
        assert Client().get(url).status_code == 401
    assert not [mail for mail in OutboxMail.objects.all() if vera.token in mail.text + mail.subject]


def test_a_row_and_a_cookie_before_any_click(site: Site) -> None:
    """Chatwoot #1976, #1960, #7276: a contact, a cookie and a socket on page load."""
    browser = Client()
    answers = [browser.get("/widget.js"), browser.get("/widget/frame/", {"site": site.key})]
    poll(Visitor(site))
    assert [(answer.status_code, len(answer.cookies)) for answer in answers] == [(200, 0)] * 2
    assert not VisitorRow.objects.exists()
    assert not Credential.objects.exists() and not site.conversations.exists()


def test_a_foreign_key_of_another_tenant_was_accepted(vera: cast.Visitor, ana: cast.Agent, charlie: cast.Agent) -> None:
    """Chatwoot CVE-2026-115725: a colleague of another site could be named."""
    chat = vera.waits()
    ana.takes(chat)
    with refused("not_found"):
        ana.transfers(chat, to=charlie)
    assert vera.chat.agent == ana.membership


def test_one_door_was_guarded_and_the_other_was_not(vera: cast.Visitor, charlie: cast.Agent) -> None:
    """Zammad CVE-2022-40816, Rocket.Chat CVE-2026-28514: the API refused what the socket allowed, and the reverse."""
    chat = vera.waits()
    take = f.Take(cmid=cmid(), conversation=str(chat))
    with refused("not_found"):
        charlie.does(take)
    assert Console(charlie).does(chat, take)["code"] == "not_found"
    assert queries.inbox(charlie.membership.site, None).rows == () and vera.chat.agent is None
