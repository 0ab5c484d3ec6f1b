"""Everything that can have happened in a conversation.

The stored truth is the list of these events. They hold codes and parameters, never sentences in a language:
clients translate. The only free text is what a person wrote and what an owner approved in the FAQ.

Stored as ``{kind, v, body}``: ``kind`` is the tag below, ``v`` the class's ``version``. When a body changes its
shape, raise ``version`` and add an upcaster; rows are never rewritten.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar

import msgspec


class AuthorKind(StrEnum):
    """Who speaks. Set by the server alone, and carried by every message wherever it is shown."""

    VISITOR = "visitor"
    BOT = "bot"
    AGENT = "agent"
    SYSTEM = "system"


class Audience(StrEnum):
    """Who may read an event. Visitors receive ``hidden`` in place of what is for agents, so that seq has no gap."""

    ALL = "all"
    AGENTS = "agents"


class Reason(StrEnum):
    """Why a person is needed: reportable data, for agents' eyes."""

    ASKED = "asked"
    NO_ANSWER = "no_answer"
    REPEATED_QUESTION = "repeated_question"
    NOT_HELPFUL = "not_helpful"
    FRUSTRATION = "frustration"
    URGENT = "urgent"
    SENSITIVE_TOPIC = "sensitive_topic"
    PAGE_RULE = "page_rule"
    SUPERVISOR = "supervisor"
    BOT_ERROR = "bot_error"
    PEOPLE_FIRST = "people_first"


class Notice(StrEnum):
    """What a visitor is told of a handoff: never the internal reason."""

    ASKED = "asked"
    BOT_CANNOT = "bot_cannot"
    BOT_FAILED = "bot_failed"
    PEOPLE_FIRST = "people_first"
    AGENT = "agent"


class Speech(StrEnum):
    """The bot's fixed sentences; clients hold the words in each language."""

    GREETING = "bot_greeting"
    THANKS = "bot_thanks"
    GOODBYE = "bot_goodbye"
    IDENTITY = "bot_identity"
    UNSURE = "bot_unsure"
    SEVERAL = "bot_several"
    NO_ANSWER_YET = "bot_no_answer_yet"
    OTHER_LANGUAGE = "bot_other_language"
    HANDING_OVER = "bot_handing_over"
    FOR_PEOPLE = "bot_for_people"
    DANGER = "bot_danger"
    NOT_HELPFUL = "bot_not_helpful"
    FAILED = "bot_failed"


class Departure(StrEnum):
    """Why an agent is no longer replying."""

    PUT_BACK = "put_back"
    TRANSFER = "transfer"
    LOST = "lost"
    AWAY = "away"
    BOT = "bot"


class Resumption(StrEnum):
    """Why the bot speaks again. It never resumes on its own."""

    CANCELLED = "cancelled"
    MEANWHILE = "meanwhile"
    AGENT = "agent"


class Ending(StrEnum):
    RESOLVED = "resolved"
    VISITOR = "visitor"
    INACTIVE = "inactive"


class Undelivered(StrEnum):
    """Why an e-mail never arrived: the mail server won't have the address, or the mail, or was away for days."""

    ADDRESS = "address"
    MAIL = "mail"
    TRIED = "tried"


class Outcome(StrEnum):
    """What became of an FAQ entry in the bot's turn."""

    ANSWERED = "answered"
    OFFERED = "offered"
    CONSIDERED = "considered"


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A value inside an event."""


class AgentRef(Part, frozen=True):
    """An agent as shown to visitors: ``id`` is the membership's public id."""

    id: str
    name: str


class Source(Part, frozen=True):
    """The FAQ entry that an answer quotes."""

    entry_id: str
    title: str


class Tried(Part, frozen=True):
    """An FAQ entry that the bot answered with, offered or considered. ``score`` is in 0..1."""

    entry_id: str
    title: str
    score: float
    outcome: Outcome = Outcome.CONSIDERED


class Event(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """Base of all events."""

    version: ClassVar[int] = 1
    audience: ClassVar[Audience] = Audience.ALL


class DisclosureShown(Event, frozen=True, tag="disclosure_shown"):
    """The visitor read that this is a bot: which text, in which language, when (UTC)."""

    text_version: str
    language: str
    shown_at: datetime


class Message(Event, frozen=True, tag="message"):
    """Something was said. Either ``text`` (a person's words, an owner's answer) or ``code`` (a fixed sentence)."""

    author_kind: AuthorKind
    author: AgentRef | None = None
    text: str = ""
    code: Speech | None = None
    source: Source | None = None
    choices: tuple[Source, ...] = ()
    in_reply_to: int | None = None
    page: str | None = None


class BotTurn(Event, frozen=True, tag="bot_turn"):
    """How the bot decided, for agents. ``confidence`` 0..1; ``tone`` is -1..1: TextBlob's polarity, or how
    upset it sounded where that was heard.

    ``code`` is the fixed sentence that it said, ``reason`` why it asked a person; the oldest turns have neither.
    """

    audience: ClassVar[Audience] = Audience.AGENTS

    in_reply_to: int
    decision: str
    confidence: float = 0.0
    tried: tuple[Tried, ...] = ()
    quote: str = ""
    tone: float | None = None
    failed: bool = False
    code: Speech | None = None
    reason: Reason | None = None


class BotDraft(Event, frozen=True, tag="bot_draft"):
    """What the bot would have said to the message at ``in_reply_to``; ``reason`` is why it would ask a person.

    ``answers`` are those to ``choices``, in their order: visitors would have picked one, agents may send one.
    """

    audience: ClassVar[Audience] = Audience.AGENTS

    in_reply_to: int
    decision: str
    text: str = ""
    code: Speech | None = None
    source: Source | None = None
    choices: tuple[Source, ...] = ()
    answers: tuple[str, ...] = ()
    confidence: float = 0.0
    quote: str = ""
    reason: Reason | None = None


class AnswerJudged(Event, frozen=True, tag="answer_judged"):
    """An agent says whether the bot's turn, or its draft, for the message at ``in_reply_to`` was right."""

    audience: ClassVar[Audience] = Audience.AGENTS

    agent: AgentRef
    in_reply_to: int
    right: bool


class AnswerRated(Event, frozen=True, tag="answer_rated"):
    message_seq: int
    helped: bool


class HandoffRequested(Event, frozen=True, tag="handoff_requested"):
    """A person is needed. ``agents_here`` and ``back_at`` (UTC) are what was true at the click."""

    notice: Notice
    agents_here: bool
    back_at: datetime | None = None


class HandoffPacket(Event, frozen=True, tag="handoff_packet"):
    """What spares the visitor from saying it twice; for agents."""

    audience: ClassVar[Audience] = Audience.AGENTS

    reason: Reason
    quote: str = ""
    question: str = ""
    tried: tuple[Tried, ...] = ()
    tone: float | None = None
    page: str | None = None


class AgentJoined(Event, frozen=True, tag="agent_joined"):
    agent: AgentRef


class AgentLeft(Event, frozen=True, tag="agent_left"):
    agent: AgentRef
    why: Departure
    to: AgentRef | None = None


class BotResumed(Event, frozen=True, tag="bot_resumed"):
    why: Resumption


class MessageLeft(Event, frozen=True, tag="message_left"):
    """The visitor prefers an answer by e-mail. It is owed under ``reference`` until an agent gives it."""

    reference: str
    email: str
    due_at: datetime | None = None


class OwedAnswerGiven(Event, frozen=True, tag="owed_answer_given"):
    reference: str


class MailUndelivered(Event, frozen=True, tag="mail_undelivered"):
    """An e-mail of this conversation, to the visitor or to the site, was given up."""

    audience: ClassVar[Audience] = Audience.AGENTS

    to: str
    why: Undelivered


class Unanswered(Event, frozen=True, tag="unanswered"):
    """Nobody has answered since ``since``: colleagues are alerted, the visitor is offered an answer by e-mail."""

    since: datetime


class InactivityWarned(Event, frozen=True, tag="inactivity_warned"):
    closes_at: datetime


class ConversationClosed(Event, frozen=True, tag="conversation_closed"):
    how: Ending
    agent: AgentRef | None = None


class ConversationReopened(Event, frozen=True, tag="conversation_reopened"):
    pass


AnyEvent = (
    DisclosureShown
    | Message
    | BotTurn
    | BotDraft
    | AnswerJudged
    | AnswerRated
    | HandoffRequested
    | HandoffPacket
    | AgentJoined
    | AgentLeft
    | BotResumed
    | MessageLeft
    | OwedAnswerGiven
    | MailUndelivered
    | Unanswered
    | InactivityWarned
    | ConversationClosed
    | ConversationReopened
)


class Recorded(msgspec.Struct, frozen=True, kw_only=True):
    """An event with its place: ``seq`` 1, 2, 3 … per conversation without gaps, ``at`` in UTC."""

    seq: int
    at: datetime
    event: AnyEvent


Upcaster = Callable[[dict[str, Any]], dict[str, Any]]

#: (kind, version) → how its body becomes the next version's.
UPCASTERS: Mapping[tuple[str, int], Upcaster] = {}


def kind_of_type(event: type[Event]) -> str:
    return str(event.__struct_config__.tag)


def kind_of(event: Event) -> str:
    return kind_of_type(type(event))


def body_of(event: Event) -> dict[str, Any]:
    """The JSON-ready body, without the tag."""
    body: dict[str, Any] = msgspec.to_builtins(event)
    del body["kind"]
    return body


def restore(
    kind: str, v: int, body: dict[str, Any], upcasters: Mapping[tuple[str, int], Upcaster] = UPCASTERS
) -> AnyEvent:
    """Read a stored ``{kind, v, body}``, whatever version wrote it.

    Raises msgspec.ValidationError when no chain of upcasters makes it today's shape.
    """
    while upcaster := upcasters.get((kind, v)):
        body, v = upcaster(body), v + 1
    event: AnyEvent = msgspec.convert({"kind": kind, **body}, AnyEvent)
    return event
