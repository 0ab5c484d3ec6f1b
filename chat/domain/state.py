"""A conversation as the fold of its events: ``evolve(state, recorded) -> state``.

The fold is cached beside the events and can be thrown away at any time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from enum import StrEnum
from functools import reduce
from typing import Any

import msgspec
from msgspec.structs import replace

from chat.domain import events as e
from chat.domain.escalation import courtesy_of, is_courtesy

#: How many of the visitor's questions and of the bot's attempts are remembered.
MEMORY = 6
#: How many characters of the latest question are remembered, for whom it may concern after the bot began anew.
ASKED_CHARS = 500


class Status(StrEnum):
    START = "start"
    BOT = "bot"
    WAITING = "waiting"
    HUMAN = "human"
    MESSAGE_LEFT = "message_left"
    CLOSED = "closed"


OPEN = frozenset({Status.BOT, Status.WAITING, Status.HUMAN, Status.MESSAGE_LEFT})


class Owed(msgspec.Struct, frozen=True, kw_only=True):
    """An answer promised by e-mail, kept through every later state until an agent gives it."""

    reference: str
    email: str
    due_at: datetime | None = None


class State(msgspec.Struct, frozen=True, kw_only=True):
    """``version`` rises with every event but a plain message, so a cached fold can be told from a moved one.

    ``unanswered_since`` is how long a visitor who wants a person has heard nothing; ``late`` that it was said aloud.
    ``asked`` is the latest question to the bot, ``references`` are all that were ever given out for an owed answer:
    both outlast the bot's fresh starts.
    """

    status: Status = Status.START
    version: int = 0
    seq: int = 0
    disclosed: bool = False
    agent: e.AgentRef | None = None
    lost_agent: e.AgentRef | None = None
    reserved_for: e.AgentRef | None = None
    queued_at: datetime | None = None
    unanswered_since: datetime | None = None
    late: bool = False
    reason: e.Reason | None = None
    quote: str = ""
    owed: Owed | None = None
    references: tuple[str, ...] = ()
    turns_owed: tuple[int, ...] = ()
    failures: int = 0
    questions: tuple[str, ...] = ()
    asked: str = ""
    answered: tuple[str, ...] = ()
    tried: tuple[e.Tried, ...] = ()
    tone: float | None = None
    page: str | None = None
    closes_at: datetime | None = None
    closed_at: datetime | None = None


def fold(recorded: Iterable[e.Recorded], state: State | None = None) -> State:
    return reduce(evolve, recorded, state or State())


def evolve(state: State, recorded: e.Recorded) -> State:
    """Raises ValueError on a gap: events are folded in order or not at all."""
    if recorded.seq != state.seq + 1:
        raise ValueError(f"expected seq {state.seq + 1}, got {recorded.seq}")
    event = recorded.event
    moved = not isinstance(event, e.Message)
    changes = _EVOLVE[type(event)](state, event, recorded)
    return replace(state, seq=recorded.seq, version=state.version + moved, **changes)


def _disclosed(state: State, event: e.DisclosureShown, recorded: e.Recorded) -> dict[str, Any]:
    first = state.status is Status.START
    return {"disclosed": True, "status": Status.BOT if first else state.status}


def _message(state: State, event: e.Message, recorded: e.Recorded) -> dict[str, Any]:
    if event.author_kind is e.AuthorKind.VISITOR:
        return _visitor_message(state, event, recorded)
    if event.author_kind is e.AuthorKind.AGENT:
        return dict(_ANSWERED)
    if event.author_kind is e.AuthorKind.BOT and event.source:
        return {"answered": (*state.answered, event.source.entry_id)[-MEMORY:]}
    return {}


_ANSWERED = {"unanswered_since": None, "late": False}


def _visitor_message(state: State, event: e.Message, recorded: e.Recorded) -> dict[str, Any]:
    changes: dict[str, Any] = {"page": event.page or state.page, "closes_at": None}
    if state.status is Status.BOT:
        changes["turns_owed"] = (*state.turns_owed, recorded.seq)
        changes["questions"] = (*state.questions, event.text)[-MEMORY:]
        changes["asked"] = event.text[:ASKED_CHARS] if courtesy_of(event.text) is None else state.asked
    # Mere thanks want no answer: nobody is alarmed for them.
    if state.status is Status.HUMAN and not is_courtesy(event.text):
        changes["unanswered_since"] = state.unanswered_since or recorded.at
    return changes


def _bot_turn(state: State, event: e.BotTurn, recorded: e.Recorded) -> dict[str, Any]:
    return {
        "turns_owed": tuple(seq for seq in state.turns_owed if seq != event.in_reply_to),
        "failures": _failures(state, event),
        "tried": (*state.tried, *event.tried)[-MEMORY:],
        "tone": event.tone if event.tone is not None else state.tone,
    }


def _failures(state: State, event: e.BotTurn) -> int:
    """In a row: only an answer ends the row, a "you're welcome" in between doesn't."""
    if event.failed:
        return state.failures + 1
    return 0 if event.decision == "answer" else state.failures


def _handoff(state: State, event: e.HandoffRequested, recorded: e.Recorded) -> dict[str, Any]:
    return {
        "status": Status.WAITING,
        "queued_at": recorded.at,
        "unanswered_since": recorded.at,
        "late": False,
        "turns_owed": (),
        "closes_at": None,
    }


def _packet(state: State, event: e.HandoffPacket, recorded: e.Recorded) -> dict[str, Any]:
    return {
        "reason": event.reason,
        "quote": event.quote,
        "page": event.page or state.page,
        "asked": event.question[:ASKED_CHARS],
    }


def _joined(state: State, event: e.AgentJoined, recorded: e.Recorded) -> dict[str, Any]:
    return {
        "status": Status.HUMAN,
        "agent": event.agent,
        "lost_agent": None,
        "reserved_for": None,
        "turns_owed": (),
        "closes_at": None,
        "queued_at": state.queued_at or recorded.at,
    }


def _left(state: State, event: e.AgentLeft, recorded: e.Recorded) -> dict[str, Any]:
    lost = event.agent if event.why in (e.Departure.LOST, e.Departure.AWAY) else None
    return {
        "status": Status.WAITING,
        "agent": None,
        "lost_agent": lost,
        "reserved_for": event.to,
        "unanswered_since": state.unanswered_since or recorded.at,
        "closes_at": None,
    }


def _bot_resumed(state: State, event: e.BotResumed, recorded: e.Recorded) -> dict[str, Any]:
    # A fresh start for the bot: old failures and answers must not hand the very next question over. What was asked and
    # tried stays: the agent who comes after all must not ask the visitor again.
    return {
        **_ANSWERED,
        "status": Status.BOT,
        "failures": 0,
        "questions": (),
        "answered": (),
        "queued_at": None,
        "reason": None,
        "quote": "",
        "agent": None,
        "lost_agent": None,
        "reserved_for": None,
    }


def _message_left(state: State, event: e.MessageLeft, recorded: e.Recorded) -> dict[str, Any]:
    owed = Owed(reference=event.reference, email=event.email, due_at=event.due_at)
    return {
        **_ANSWERED,
        "status": Status.MESSAGE_LEFT,
        "owed": owed,
        "references": tuple(dict.fromkeys((*state.references, event.reference))),
        "agent": None,
        "lost_agent": None,
        "reserved_for": None,
    }


def _closed(state: State, event: e.ConversationClosed, recorded: e.Recorded) -> dict[str, Any]:
    return {
        **_ANSWERED,
        "status": Status.CLOSED,
        "closed_at": recorded.at,
        "closes_at": None,
        "turns_owed": (),
        "agent": None,
        "lost_agent": None,
        "reserved_for": None,
        "queued_at": None,
    }


def _reopened(state: State, event: e.ConversationReopened, recorded: e.Recorded) -> dict[str, Any]:
    fresh = _bot_resumed(state, e.BotResumed(why=e.Resumption.AGENT), recorded)
    return {**fresh, "closed_at": None, "asked": "", "tried": ()}


_EVOLVE: dict[type[e.Event], Callable[[State, Any, e.Recorded], dict[str, Any]]] = {
    e.DisclosureShown: _disclosed,
    e.Message: _message,
    e.BotTurn: _bot_turn,
    e.BotDraft: lambda state, event, recorded: {},
    e.AnswerJudged: lambda state, event, recorded: {},
    e.AnswerRated: lambda state, event, recorded: {},
    e.HandoffRequested: _handoff,
    e.HandoffPacket: _packet,
    e.AgentJoined: _joined,
    e.AgentLeft: _left,
    e.BotResumed: _bot_resumed,
    e.MessageLeft: _message_left,
    e.OwedAnswerGiven: lambda state, event, recorded: {"owed": None},
    e.MailUndelivered: lambda state, event, recorded: {},
    e.Unanswered: lambda state, event, recorded: {"late": True},
    e.InactivityWarned: lambda state, event, recorded: {"closes_at": event.closes_at},
    e.ConversationClosed: _closed,
    e.ConversationReopened: _reopened,
}
