"""Nothing of another site, and nothing of another visitor, exists: the answers are those for ids that nobody has."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.test import Client
from msgspec import json

from chat.actions.find import find_conversation
from chat.models import Conversation, FaqImport
from chat.policy import Action
from chat.wire import client_frames as f
from tests import cast
from tests.cast import Visitor, cmid, refused
from tests.security.routes import AGENT_FRAMES, ROUTES
from tests.security.test_policy import sample

pytestmark = pytest.mark.django_db

OF_AGENTS = [route for route in ROUTES if isinstance(route.policy, Action) and route.policy is not Action.CHAT]
API = [route for route in OF_AGENTS if route.path.startswith("api/")]
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
OF_A_CHAT = [frame for frame in AGENT_FRAMES if "conversation" in frame.__struct_fields__]
ACTIONS = [frame for frame in OF_A_CHAT if issubclass(frame, f.Command)]


@pytest.fixture
def console(charlie: cast.Agent) -> Client:
    client = Client()
    client.force_login(charlie.membership.user)
    return client


def ask(console: Client, method: str, url: str, body: bytes = b"") -> tuple[int, bytes]:
    response = console.generic(method, url, body, content_type="application/json")
    return response.status_code, response.content


@pytest.mark.parametrize("route", [route for route in API if route.arguments], ids=lambda route: route.path)
def test_another_sites_id_is_nobodys_id(route: Any, console: Client, vera: cast.Visitor) -> None:
    of_vera = {
        "conversation": vera.waits().public_id,
        "public_id": vera.site.faq.get().public_id,
        "faq_import": FaqImport.objects.create(
            site=vera.site, by=cast.hire(vera.site, "Ina").membership.user
        ).public_id,
    }
    assert set(route.arguments) <= set(of_vera), "say here what this address captures"
    hers, nobodys = route.filled(of_vera[route.arguments[0]]), route.filled(uuid.uuid4())
    body = b'{"title": "Where?", "answer": "Here."}'
    for method in METHODS:
        assert ask(console, method, hers, body) == ask(console, method, nobodys, body)


@pytest.mark.parametrize("frame", OF_A_CHAT, ids=lambda frame: frame.__name__)
def test_no_frame_reaches_another_sites_chat(frame: type[Any], charlie: cast.Agent, vera: cast.Visitor) -> None:
    sent = sample(frame, vera.waits())
    with refused("not_found"):
        if frame in ACTIONS:
            charlie.does(sent)
        else:
            find_conversation(charlie.actor, sent.conversation)


@pytest.mark.parametrize("frame", ACTIONS, ids=lambda frame: frame.__name__)
def test_no_post_reaches_another_sites_chat(frame: type[Any], console: Client, vera: cast.Visitor) -> None:
    chat = vera.waits()
    status, body = ask(console, "POST", f"/api/v1/conversations/{chat}/commands/", json.encode(sample(frame, chat)))
    assert status == 404 and json.decode(body)["frames"][0]["code"] == "not_found"
    assert vera.chat.top_seq == chat.top_seq


@pytest.mark.parametrize("site_id", ["theirs", "nobodys", "no id"])
@pytest.mark.parametrize("route", API, ids=lambda route: route.path)
def test_nobody_acts_at_a_site_without_a_place_there(
    route: Any, site_id: str, console: Client, vera: cast.Visitor
) -> None:
    named = {"theirs": str(vera.site.public_id), "nobodys": str(uuid.uuid4()), "no id": "7"}[site_id]
    status, body = ask(console, "GET", f"{route.filled(uuid.uuid4())}?site={named}")
    assert (status, json.decode(body).get("code", "not_found")) == (404, "not_found")


def test_lists_hold_ones_own_alone(console: Client, vera: cast.Visitor, carl: cast.Visitor) -> None:
    vera.says("A canary sings")
    carl.says("Mine")
    for url in ("/api/v1/conversations/", "/api/v1/conversations/found/?q=canary", "/api/v1/faq/", "/console/"):
        content = console.get(url).content
        assert b"canary" not in content and str(vera.site.public_id).encode() not in content


def test_a_visitor_reads_no_other_visitors_chat(vera: cast.Visitor, client: Client) -> None:
    hers, other = vera.waits(), Visitor(vera.site)
    other.says()
    answers = [events(client, other, chat) for chat in (hers.public_id, uuid.uuid4(), "7")]
    assert answers[0] == answers[1] == answers[2] == (404, ["not_found"])


def events(client: Client, who: cast.Visitor, chat: object) -> tuple[int, list[str]]:
    url = f"/api/v1/visitor/events/?site={who.site.key}&conversation={chat}"
    response = client.get(url, headers=who.headers)
    return response.status_code, [frame.get("code") for frame in response.json()["frames"]]


def test_a_visitor_commands_only_in_ones_own_chat(vera: cast.Visitor) -> None:
    hers, other = vera.waits(), Visitor(vera.site)
    other.says()
    other.does(f.End(cmid=cmid()))
    hers.refresh_from_db()
    assert hers.status == "waiting"


def test_a_credential_of_another_site_is_refused(vera: cast.Visitor, carl: cast.Visitor, client: Client) -> None:
    vera.says()
    url = f"/api/v1/visitor/events/?site={carl.site.key}"
    response = client.get(url, headers=vera.headers)
    assert (response.status_code, response.json()["frames"][0]["code"]) == (401, "credential_refused")


def test_ids_are_no_ones_guess(vera: cast.Visitor) -> None:
    """The last 62 bits of each are random, so that neighbours in time have nothing in common there."""
    tails = {Conversation.objects.get(pk=Visitor(vera.site).waits().pk).public_id.int & 2**62 - 1 for _ in range(20)}
    assert len({tail >> 31 for tail in tails}) == len({tail % 2**31 for tail in tails}) == 20
