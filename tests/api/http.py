"""Words for talking to the API as a client does."""

from __future__ import annotations

from typing import Any

from django.test import Client
from msgspec import json

from chat.models import Conversation
from chat.wire import client_frames as f
from tests import cast

Frame = dict[str, Any]


def poll(vera: cast.Visitor, last: Frame | None = None, **more: Any) -> list[Frame]:
    """Vera's events after ``last`` (an events frame), as a client behind a wall against WebSockets asks for them."""
    query: dict[str, Any] = {"site": vera.site.key, **(_cursor(last) if last else {}), **more}
    return _frames(Client().get("/api/v1/visitor/events/", query, headers=vera.headers))


def post(vera: cast.Visitor, frame: f.VisitorCommand) -> Frame:
    url = f"/api/v1/visitor/commands/?site={vera.site.key}"
    body = json.encode(frame)
    return _frames(Client().post(url, body, content_type="application/json", headers=vera.headers))[0]


class Console:
    """An agent's browser; it sends its CSRF token with each change, as the console does."""

    def __init__(self, agent: cast.Agent) -> None:
        self.client = agent.browser
        self.client.cookies["csrftoken"] = "t" * 32
        self.headers = {"X-CSRFToken": "t" * 32}

    def get(self, path: str, **query: Any) -> list[Frame]:
        return _frames(self.client.get(f"/api/v1/{path}", query))

    def events(self, chat: Conversation, last: Frame | None = None) -> list[Frame]:
        return self.get(f"conversations/{chat}/events/", **(_cursor(last) if last else {}))

    def does(self, chat: Conversation, frame: f.AgentAction) -> Frame:
        return _frames(self.send("post", f"conversations/{chat}/commands/", json.encode(frame)))[0]

    def send(self, method: str, path: str, body: object = None) -> Any:
        url = f"/api/v1/{path}"
        return getattr(self.client, method)(url, body, content_type="application/json", headers=self.headers)


def _frames(response: Any) -> list[Frame]:
    assert response.headers["Cache-Control"] == "no-store"
    frames: list[Frame] = response.json()["frames"]
    return frames


def _cursor(last: Frame) -> Frame:
    event = last["events"][-1]
    return {"conversation": last["conversation"], "epoch": last["epoch"], "seq": event["seq"], "id": event["id"]}
