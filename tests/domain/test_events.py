"""What is stored can be read again, whatever version wrote it."""

from __future__ import annotations

from typing import Any, get_args

import msgspec
import pytest

from chat.domain import events as e
from tests.domain import story as s

RESOLVED = e.ConversationClosed(how=e.Ending.RESOLVED, agent=s.ANA)


def test_a_body_is_plain_json_without_its_kind() -> None:
    assert e.body_of(RESOLVED) == {"how": "resolved", "agent": {"id": "membership-ana", "name": "Ana"}}


def test_every_kind_is_named_once() -> None:
    kinds = [e.kind_of_type(event) for event in get_args(e.AnyEvent)]
    assert len(set(kinds)) == len(kinds) == len(e.Event.__subclasses__()) - 1  # all but transcript's Hidden


def ending_was_called_why(body: dict[str, Any]) -> dict[str, Any]:
    return {"how": body["why"], "agent": body["agent"]}


def agent_was_a_name(body: dict[str, Any]) -> dict[str, Any]:
    return {**body, "agent": {"id": "membership-ana", "name": body["agent"]}}


UPCASTERS = {
    ("conversation_closed", -1): ending_was_called_why,
    ("conversation_closed", 0): agent_was_a_name,
}


@pytest.mark.parametrize(
    ("v", "body"),
    [
        (-1, {"why": "resolved", "agent": "Ana"}),
        (0, {"how": "resolved", "agent": "Ana"}),
        (1, e.body_of(RESOLVED)),
    ],
)
def test_upcasters_chain_to_todays_shape(v: int, body: dict[str, Any]) -> None:
    assert e.restore("conversation_closed", v, body, UPCASTERS) == RESOLVED


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("conversation_closed", {"why": "resolved"}),
        ("conversation_closed", {"how": "resolved", "extra": 1}),
        ("handoff_requested", {"notice": "frustration", "agents_here": True}),
        ("never_heard_of", {}),
    ],
)
def test_what_no_version_wrote_is_refused(kind: str, body: dict[str, Any]) -> None:
    with pytest.raises(msgspec.ValidationError):
        e.restore(kind, 1, body)


def test_only_these_are_for_agents() -> None:
    hidden = {event for event in get_args(e.AnyEvent) if event.audience is e.Audience.AGENTS}
    assert hidden == {e.BotTurn, e.BotDraft, e.AnswerJudged, e.HandoffPacket, e.MailUndelivered}
