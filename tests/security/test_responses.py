"""What every response says to a browser, and what no error body says to anybody."""

from __future__ import annotations

import re
import uuid
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import Resolver404, resolve
from msgspec import json

from chat.models import User
from chat.wire import client_frames as f
from tests import cast
from tests.cast import SEEN, cmid
from tests.security.routes import ROUTES

pytestmark = pytest.mark.django_db

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
PYTHON = re.compile(rb'Traceback|File "|<class|0x[0-9a-f]|Error\b|Exception')


@pytest.fixture(autouse=True)
def built(settings: Any, tmp_path: Path) -> None:
    """A front end, whatever was built here."""
    settings.BUILD_DIR = tmp_path
    (tmp_path / "widget.js").write_text("")
    (tmp_path / "manifest.json").write_text('{"console": {"css": ""}}')


def policy_of(response: Any) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in response.headers["Content-Security-Policy"].split(";"))
    return {name: value for name, _, value in parts}


@pytest.mark.parametrize("path", [route.filled(uuid.uuid4()) for route in ROUTES] + ["/no/such/page"])
def test_every_response_carries_the_security_headers(path: str, client: Client) -> None:
    response = client.get(path)
    assert {name: response.headers.get(name) for name in HEADERS} == HEADERS
    assert "default-src" in policy_of(response) and "camera=()" in response.headers["Permissions-Policy"]


@pytest.mark.parametrize("path", ["/accounts/login/", "/console/", "/api/v1/faq/", "/no/such/page", "/healthz"])
def test_nobody_frames_our_own_pages(path: str, olga: cast.Agent) -> None:
    response = olga.browser.get(path, follow=True)
    assert policy_of(response)["frame-ancestors"] == "'none'" and response.headers["X-Frame-Options"] == "DENY"


def test_the_chat_is_framed_by_its_own_site_only(client: Client, vera: cast.Visitor, carl: cast.Visitor) -> None:
    ancestors = [
        policy_of(client.get(f"/widget/frame/?site={site.key}"))["frame-ancestors"] for site in (vera.site, carl.site)
    ]
    assert ancestors == ["https://marlpit.example", "https://elsewhere.example"]


def test_a_site_without_origins_is_framed_by_nobody(client: Client, vera: cast.Visitor) -> None:
    type(vera.site).objects.update(origins=[])
    response = client.get(f"/widget/frame/?site={vera.site.key}")
    assert policy_of(response)["frame-ancestors"] == "'none'"


def test_the_chat_sets_no_cookie(client: Client, vera: cast.Visitor) -> None:
    vera.says()
    for url in ("/widget.js", f"/widget/frame/?site={vera.site.key}", f"/api/v1/visitor/events/?site={vera.site.key}"):
        assert not client.get(url, headers=vera.headers).cookies


@pytest.mark.contract
@pytest.mark.parametrize("key", ["", "site_unknown", "%00", "%F0%9F", "x" * 5000, "1' OR '1'='1"])
def test_an_unknown_site_is_not_found(client: Client, vera: cast.Visitor, key: str) -> None:
    assert client.get(f"/widget/frame/?site={key}").status_code == 404
    response = client.get(f"/api/v1/visitor/events/?site={key}", headers=vera.headers)
    assert (response.status_code, response.json()["frames"][0]["code"]) == (404, "not_found")


@pytest.mark.parametrize("path", ["/accounts/signup/", "/admin/", "/accounts/", "/api/v1/"])
def test_there_is_no_sign_up_and_no_admin(path: str) -> None:
    with pytest.raises(Resolver404):
        resolve(path)


@pytest.mark.parametrize("host", ["evil.example", "testserver.evil.example", "testserver:8000@evil.example", ""])
def test_another_host_name_is_refused(client: Client, host: str) -> None:
    assert client.get("/accounts/login/", headers={"Host": host or "%"}).status_code == 400


# --- who is believed -------------------------------------------------------------------------------------------------
def test_no_cookie_has_authority_at_the_visitors_door(olga: cast.Agent, vera: cast.Visitor) -> None:
    response = olga.browser.get(f"/api/v1/visitor/events/?site={vera.site.key}")
    assert (response.status_code, response.json()["frames"][0]["code"]) == (401, "credential_refused")


def test_a_visitors_post_needs_no_cookie_and_no_csrf_token(vera: cast.Visitor) -> None:
    assert send(Client(enforce_csrf_checks=True), vera).status_code == 200


def send(client: Client, vera: cast.Visitor, **headers: str) -> Any:
    body = json.encode(f.VisitorSend(cmid=cmid(), text="Hello", disclosure=SEEN))
    url = f"/api/v1/visitor/commands/?site={vera.site.key}"
    return client.post(url, body, content_type="application/json", headers={**vera.headers, **headers})


@pytest.mark.parametrize("credential", ["", "Bearer", "Bearer short", "Basic " + "c" * 43, "Bearer " + "c" * 87])
def test_without_a_credential_nobody_is_a_visitor(vera: cast.Visitor, client: Client, credential: str) -> None:
    assert send(client, vera, Authorization=credential).status_code == 401


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_an_agents_change_needs_the_csrf_token(olga: cast.Agent, vera: cast.Visitor, method: str) -> None:
    entry = vera.site.faq.get()
    url = "/api/v1/faq/" if method == "post" else f"/api/v1/faq/{entry.public_id}/"
    response = getattr(olga.browser, method)(url, {"title": "A", "answer": "B"}, content_type="application/json")
    assert (response.status_code, response.json()) == (403, {"code": "forbidden"})


def test_an_agents_command_needs_the_csrf_token(ana: cast.Agent, vera: cast.Visitor) -> None:
    chat = vera.waits()
    url = f"/api/v1/conversations/{chat}/commands/"
    body = json.encode(f.Take(cmid=cmid(), conversation=str(chat)))
    assert ana.browser.post(url, body, content_type="application/json").status_code == 403
    assert vera.chat.status == "waiting"


@pytest.mark.parametrize("url", ["/api/v1/visitor/events/", "/api/v1/faq/", "/widget/frame/", "/healthz"])
def test_no_other_origin_may_read_an_answer(client: Client, url: str) -> None:
    response = client.get(url, headers={"Origin": "https://evil.example"})
    assert "Access-Control-Allow-Origin" not in response.headers


def test_a_disabled_account_is_out_at_once(ana: cast.Agent) -> None:
    client = ana.browser
    User.objects.filter(memberships=ana.membership).update(is_active=False)
    assert client.get("/api/v1/faq/").status_code == 403 and client.get("/console/").status_code == 302


def test_who_lost_the_place_at_the_site_sees_nothing_more(ana: cast.Agent) -> None:
    client = ana.browser
    ana.membership.delete()
    assert client.get("/api/v1/faq/").status_code == 404 and client.get("/console/").status_code == 403


# --- bad input -------------------------------------------------------------------------------------------------------
DEEP = b"[" * 50_000
BODIES = {
    "nothing": (b"", 400, "bad_frame"),
    "no JSON": (b"{", 400, "bad_frame"),
    "deep JSON": (DEEP, 400, "bad_frame"),
    "deep in a field": (b'{"type":"send","text":' + DEEP, 400, "bad_frame"),
    "no UTF-8": (b'{"type":"\xff"}', 400, "bad_frame"),
    "a list": (b"[]", 400, "bad_frame"),
    "no type": (b"{}", 400, "bad_frame"),
    "a type of ours": (b'{"type":"__class__"}', 400, "unknown_type"),
    "no cmid": (b'{"type":"end"}', 400, "bad_field"),
    "a bad cmid": (b'{"type":"end","cmid":"1"}', 400, "bad_cmid"),
    "an unknown field": (f'{{"type":"end","cmid":"{cmid()}","admin":true}}'.encode(), 400, "bad_field"),
    "a wrong type": (f'{{"type":"send","cmid":"{cmid()}","text":7}}'.encode(), 400, "bad_field"),
    "a NUL": (f'{{"type":"send","cmid":"{cmid()}","text":"\\u0000"}}'.encode(), 400, "bad_field"),
    "a long text": (f'{{"type":"send","cmid":"{cmid()}","text":"{"x" * 10_001}"}}'.encode(), 413, "too_long"),
    "a long frame": (b" " * 65_537, 413, "too_long"),
    "a flood": (b" " * 3_000_000, 413, "too_long"),
}


@pytest.mark.parametrize("name", BODIES)
def test_a_bad_command_gets_a_fixed_code(name: str, vera: cast.Visitor, client: Client) -> None:
    body, status, code = BODIES[name]
    url = f"/api/v1/visitor/commands/?site={vera.site.key}"
    response = client.post(url, body, content_type="application/json", headers=vera.headers)
    answer = response.json()
    assert (response.status_code, answer.get("frames", [answer])[0]["code"]) == (status, code)
    assert not PYTHON.search(response.content)


CURSORS = ["seq=1", "seq=1&epoch=1&id=" + "a" * 65, *(f"seq={seq}&epoch=1&id=a" for seq in ("x", "-1", 10**30))]


@pytest.mark.parametrize("cursor", CURSORS)
def test_a_bad_cursor_gets_a_fixed_code(cursor: str, vera: cast.Visitor, client: Client) -> None:
    vera.says()
    response = client.get(f"/api/v1/visitor/events/?site={vera.site.key}&{cursor}", headers=vera.headers)
    assert (response.status_code, response.json()["frames"][0]["code"]) == (400, "bad_field")
    assert not PYTHON.search(response.content)


ENTRIES = {
    "nothing": (b"", 400, "bad_field"),
    "no JSON": (b"{", 400, "bad_frame"),
    "deep JSON": (DEEP, 400, "bad_frame"),
    "no UTF-8": (b'{"title":"\xff"}', 400, "bad_frame"),
    "a list": (b"[]", 400, "bad_field"),
    "a NUL": (b'{"title":"\\u0000","answer":"a"}', 400, "bad_field"),
    "a long title": (json.encode({"title": "x" * 201, "answer": "a"}), 400, "bad_field"),
    "a wrong list": (b'{"title":"a","answer":"a","tags":{}}', 400, "bad_field"),
    "half an emoji": (b'{"title":"\\ud83d","answer":"a"}', 400, "bad_field"),
}


@pytest.mark.contract
@pytest.mark.parametrize("name", ENTRIES)
def test_a_bad_faq_entry_gets_a_fixed_code(name: str, olga: cast.Agent, client: Client) -> None:
    body, status, code = ENTRIES[name]
    client.force_login(olga.membership.user)
    response = client.post("/api/v1/faq/", body, content_type="application/json")
    assert (response.status_code, response.json()["code"]) == (status, code)
    assert not PYTHON.search(response.content)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("put", "/api/v1/conversations/", 405),
        ("get", "/api/v1/faq/7/", 404),
        ("get", "/api/v1/conversations/%00/events/", 404),
        ("get", "/api/v1/faq/?title__icontains=%00", 400),
        ("get", "/api/v1/faq/?" + "a&" * 1001, 400),
        ("get", "/api/v1/conversations/?format=xml", 404),
    ],
)
def test_a_bad_request_gets_no_python_text(method: str, path: str, status: int, olga: cast.Agent) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(olga.membership.user)
    response = getattr(client, method)(path)
    assert response.status_code == status and not PYTHON.search(response.content)
