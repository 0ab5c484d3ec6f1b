"""Where WebSockets are blocked, visitors get the same events by polling and send by POST."""

from __future__ import annotations

import pytest
from django.db import DatabaseError
from django.test import Client
from msgspec import json

from chat import queries
from chat.actions import visitor
from chat.domain.events import Audience
from chat.wire import client_frames as f
from tests import cast
from tests.api.http import poll, post
from tests.cast import QUESTION, SEEN, cmid

pytestmark = pytest.mark.django_db


def send(text: str = QUESTION, key: str = "") -> f.VisitorSend:
    return f.VisitorSend(cmid=key or cmid(), text=text, disclosure=SEEN)


def types(frames: list[dict[str, object]]) -> list[object]:
    return [frame["type"] for frame in frames]


def test_before_the_first_message_there_is_only_a_welcome(vera: cast.Visitor) -> None:
    (welcome,) = poll(vera)
    assert (welcome["type"], welcome["head"], welcome["heartbeat"]) == ("welcome", None, 3)


def test_polling_gives_what_the_socket_would(vera: cast.Visitor) -> None:
    vera.waits()
    frames = poll(vera)
    assert types(frames) == ["welcome", "events", "queue"]
    assert frames[1] == json.decode(json.encode(queries.resume(vera.chat, None, Audience.ALL)))
    assert (frames[0]["head"]["seq"], frames[2]["place"]) == (4, 1)


def test_polling_on_gives_only_what_is_new(vera: cast.Visitor) -> None:
    post(vera, send())
    before = poll(vera)[1]
    assert poll(vera, before)[1]["events"] == []
    post(vera, send("And on Sunday?"))
    assert [event["seq"] for event in poll(vera, before)[1]["events"]] == [3]


def test_a_cursor_of_another_history_is_reset(vera: cast.Visitor) -> None:
    post(vera, send())
    assert types(poll(vera, poll(vera)[1], epoch=2)) == ["welcome", "reset"]


def test_a_posted_message_is_acknowledged_once_however_often_it_is_sent(vera: cast.Visitor) -> None:
    message = send()
    first = post(vera, message)
    assert first == post(vera, message) and (first["type"], first["seq"]) == ("ack", 1)
    assert first["conversation"] == str(vera.chat)


def test_a_refusal_names_its_command(vera: cast.Visitor) -> None:
    same = cmid()
    post(vera, send(key=same))
    refused = post(vera, send("Something else", key=same))
    assert (refused["type"], refused["code"], refused["cmid"]) == ("refused", "cmid_conflict", same)


def test_a_database_that_is_away_says_when_to_try_again(vera: cast.Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*args: object, **kwargs: object) -> None:
        raise DatabaseError("secret")

    monkeypatch.setattr(visitor, "perform", away)
    response = Client().post(
        f"/api/v1/visitor/commands/?site={vera.site.key}", json.encode(send()), "application/json", headers=vera.headers
    )
    assert (response.status_code, response.headers["Retry-After"]) == (503, "2")
    assert b"secret" not in response.content


def test_an_unknown_credential_that_is_not_fresh_is_refused(vera: cast.Visitor) -> None:
    url = f"/api/v1/visitor/events/?site={vera.site.key}"
    response = Client().get(url, headers={"Authorization": f"Bearer {vera.token}"})
    assert (response.status_code, response.json()["frames"][0]["code"]) == (401, "credential_refused")


def test_polling_stores_nothing_before_the_first_message(vera: cast.Visitor) -> None:
    poll(vera)
    assert vera.actor.visitor is None


def test_an_earlier_conversation_can_still_be_read(vera: cast.Visitor) -> None:
    post(vera, send())
    earlier = poll(vera)[1]
    post(vera, f.End(cmid=cmid()))
    post(vera, f.AskPerson(cmid=cmid(), disclosure=SEEN))
    welcome, events, _ = poll(vera, earlier)
    assert events["conversation"] == earlier["conversation"] != welcome["head"]["conversation"]


def test_the_browsers_language_is_the_visitors(vera: cast.Visitor, client: Client) -> None:
    url = f"/api/v1/visitor/commands/?site={vera.site.key}"
    headers = {**vera.headers, "Accept-Language": "de-AT,de;q=0.9"}
    client.post(url, json.encode(send()), content_type="application/json", headers=headers)
    assert vera.chat.visitor.language == "de"
