"""What the console's socket can do, over HTTP."""

from __future__ import annotations

import pytest

from chat import presence, queries
from chat.actions import sites
from chat.models import Role
from chat.wire import client_frames as f
from tests import cast
from tests.api.http import Console
from tests.cast import NOON, cmid, said

pytestmark = pytest.mark.django_db


def test_the_inbox_has_all_that_need_anybody(vera: cast.Visitor, ana: cast.Agent) -> None:
    chat = vera.waits()
    (inbox,) = Console(ana).get("conversations/")
    assert (inbox["type"], inbox["reset"]) == ("inbox", True)
    assert [(row["conversation"], row["reason"]) for row in inbox["rows"]] == [(str(chat), "asked")]


def test_agents_read_why_a_person_is_needed(vera: cast.Visitor, ana: cast.Agent) -> None:
    (events,) = Console(ana).events(vera.waits())
    assert events["events"][3]["event"]["question"] == cast.QUESTION


def test_a_cursor_gets_what_is_new(vera: cast.Visitor, ana: cast.Agent) -> None:
    chat, console = vera.waits(), Console(ana)
    (before,) = console.events(chat)
    vera.says("Is anybody there?")
    (after,) = console.events(chat, before)
    assert [event["seq"] for event in after["events"]] == [5]


def test_taking_and_answering(vera: cast.Visitor, ana: cast.Agent) -> None:
    chat, console = vera.waits(), Console(ana)
    taken = console.does(chat, f.Take(cmid=cmid(), conversation=str(chat)))
    reply = f.AgentSend(cmid=cmid(), conversation=str(chat), text="Hello, Ana here.")
    assert taken["type"] == "ack" and console.does(chat, reply) == console.does(chat, reply)
    assert said(vera.chat)[-1] == "Hello, Ana here."


def test_who_is_too_late_is_told_by_whom(vera: cast.Visitor, ana: cast.Agent, ben: cast.Agent) -> None:
    chat = vera.waits()
    ana.takes(chat)
    refused = Console(ben).does(chat, f.Take(cmid=cmid(), conversation=str(chat)))
    assert (refused["code"], refused["by"]) == ("taken", "Ana")


def test_who_answers_over_http_keeps_the_chat(vera: cast.Visitor, ana: cast.Agent) -> None:
    chat = vera.waits()
    Console(ana).does(chat, f.Take(cmid=cmid(), conversation=str(chat)))
    presence.expire(NOON.replace(year=2020))
    assert vera.chat.agent == ana.membership


def test_address_and_frame_name_the_same_chat(vera: cast.Visitor, ana: cast.Agent) -> None:
    chat, other = vera.waits(), cast.Visitor(vera.site).waits()
    refused = Console(ana).does(chat, f.Take(cmid=cmid(), conversation=str(other)))
    assert refused["code"] == "bad_field" and queries.place(other) == 2


def test_with_several_sites_one_is_named(vera: cast.Visitor, carl: cast.Visitor, ana: cast.Agent) -> None:
    sites.add_person(carl.site, email=ana.membership.user.email, name="Ana", role=Role.AGENT)
    hers, his, console = vera.waits(), carl.waits(), Console(ana)
    inboxes = console.get("conversations/") + console.get("conversations/", site=carl.site.public_id)
    assert [inbox["rows"][0]["conversation"] for inbox in inboxes] == [str(hers), str(his)]
