"""Who may do what: nothing without a rule, and the same answer from socket and HTTP."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import include, path
from msgspec import json

from chat import policy
from chat.models import Conversation
from chat.policy import FRAMES, ROLES, SHARED_FRAMES, Action, may_send
from chat.wire import client_frames as f
from tests import cast
from tests.cast import NOON, cmid
from tests.security.routes import AGENT_FRAMES, ROUTES, VISITOR_FRAMES, unmarked, walk

pytestmark = pytest.mark.django_db

#: Who may send what. "agent" stands for every role: agents, leads and owners.
TABLE: dict[type[f.ClientFrame], str] = {
    f.VisitorHello: "visitor",
    f.VisitorSend: "visitor",
    f.AskPerson: "visitor",
    f.CancelHandoff: "visitor",
    f.LeaveMessage: "visitor",
    f.AskBot: "visitor",
    f.Rate: "visitor",
    f.End: "visitor",
    f.AgentHello: "agent",
    f.InboxResume: "agent",
    f.Leave: "agent",
    f.Available: "agent",
    f.AgentSend: "agent",
    f.Take: "agent",
    f.PutBack: "agent",
    f.Transfer: "agent",
    f.LetBot: "agent",
    f.Resolve: "agent",
    f.Judge: "agent",
    f.Beat: "visitor agent",
    f.Resume: "visitor agent",
    f.Read: "visitor agent",
    f.Typing: "visitor agent",
}
COMMANDS = [frame for frame in TABLE if issubclass(frame, f.Command)]
#: "send" is known at both doors; without the other's fields it is a bad one.
UNKNOWN_HERE = {"unknown_type", "bad_field", "forbidden"}
ROLE_NAMES = ("visitor", "agent", "lead", "owner")


def test_every_address_has_a_policy() -> None:
    assert len(ROUTES) > 15 and not unmarked(ROUTES)


def test_an_address_without_a_policy_would_be_found() -> None:
    new = [path("api/", include([path("new/", lambda request: HttpResponse())]))]
    assert unmarked(walk(new)) == ["api/new/"]


def test_every_frame_has_exactly_one_rule_and_a_row_here() -> None:
    frames = {*VISITOR_FRAMES, *AGENT_FRAMES}
    assert set(FRAMES) | SHARED_FRAMES == frames == set(TABLE) and not set(FRAMES) & SHARED_FRAMES


def test_every_action_says_whose_it_is() -> None:
    assert set(ROLES) == set(Action)


def test_a_frame_without_a_rule_is_refused(olga: cast.Agent) -> None:
    class Unruled(f.ClientFrame, frozen=True, tag="unruled"):
        pass

    assert not may_send(olga.actor, Unruled())


def sample(frame: type[f.ClientFrame], chat: Conversation) -> Any:
    """A frame of this type as it could be sent."""
    given = {
        "protocol": 1,
        "build": "",
        "site": str(chat.site.public_id),
        "credential": "c" * 43,
        "cmid": cmid(),
        "conversation": str(chat),
        "text": "Hello",
        "email": "vera@example.org",
        "seq": 2,
        "ref": 1,
        "helped": True,
        "right": True,
        "on": True,
        "to": str(chat.public_id),
    }
    return frame(**{name: given[name] for name in frame.__struct_fields__ if name in given})


@pytest.fixture
def people(vera: cast.Visitor, ana: cast.Agent, lea: cast.Agent, olga: cast.Agent) -> dict[str, Any]:
    return {"visitor": vera, "agent": ana, "lead": lea, "owner": olga}


def allowed(role: str, frame: type[f.ClientFrame]) -> bool:
    return ("visitor" if role == "visitor" else "agent") in TABLE[frame].split()


@pytest.mark.parametrize("role", ROLE_NAMES)
def test_sockets_follow_the_table(role: str, people: dict[str, Any], vera: cast.Visitor) -> None:
    chat = vera.waits()
    for frame in TABLE:
        assert may_send(people[role].actor, sample(frame, chat)) == allowed(role, frame), frame.__name__


@pytest.mark.parametrize("role", ROLE_NAMES)
def test_http_follows_the_table(role: str, people: dict[str, Any], vera: cast.Visitor) -> None:
    chat = vera.waits()
    for frame in COMMANDS:
        refused = UNKNOWN_HERE & set(post(people[role], sample(frame, chat), chat))
        assert bool(refused) != allowed(role, frame), frame.__name__


def test_a_stricter_rule_for_one_frame_holds_over_http_too(
    people: dict[str, Any], vera: cast.Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    stricter: dict[type[f.ClientFrame], Action] = {**FRAMES, f.Take: Action.EDIT_SITE}
    monkeypatch.setattr(policy, "FRAMES", stricter)
    chat = vera.waits()
    assert post(people["agent"], sample(f.Take, chat), chat) == ["forbidden"]
    assert post(people["owner"], sample(f.Take, chat), chat) == []


def post(who: Any, frame: f.Command, chat: Conversation) -> list[str]:
    """The refusals' codes, from the door where this kind of person comes in."""
    if isinstance(who, cast.Visitor):
        client, url = Client(headers=who.headers), f"/api/v1/visitor/commands/?site={who.site.key}"
    else:
        client, url = Client(), f"/api/v1/conversations/{chat}/commands/"
        client.force_login(who.membership.user)
    answer = client.post(url, json.encode(frame), content_type="application/json").json()
    return [one["code"] for one in answer["frames"] if one["type"] == "refused"]


FAQ_METHODS = {"get": "agent lead owner", "post": "lead owner", "put": "lead owner", "delete": "lead owner"}


@pytest.mark.parametrize("role", ["agent", "lead", "owner"])
@pytest.mark.parametrize("method", FAQ_METHODS)
def test_the_faq_follows_its_table(role: str, method: str, people: dict[str, Any]) -> None:
    client = Client()
    client.force_login(people[role].membership.user)
    entry = people[role].membership.site.faq.get()
    url = "/api/v1/faq/" + (f"{entry.public_id}/" if method in ("put", "delete") else "")
    body = {"title": "Where?", "answer": "Here."}
    status = getattr(client, method)(url, body, content_type="application/json").status_code
    assert (status != 403) == (role in FAQ_METHODS[method].split())


def test_nobody_is_let_in_without_signing_in(vera: cast.Visitor) -> None:
    chat = vera.waits(now=NOON)
    for route in ROUTES:
        if isinstance(route.policy, Action) and route.policy is not Action.CHAT:
            response = Client().get(route.filled(chat))
            assert response.status_code in (302, 403) and str(chat).encode() not in response.content
