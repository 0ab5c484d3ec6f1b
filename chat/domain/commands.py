"""What can be asked of a conversation. ``conversation.decide`` says what follows."""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec

from chat.domain.events import AgentRef, Message, Reason, Source, Speech, Tried, Undelivered


class Command(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all commands."""


class Availability(msgspec.Struct, frozen=True, kw_only=True):
    """Whether a person can come now, and if not, when the site opens next (UTC)."""

    agents_here: bool
    back_at: datetime | None = None


class Disclosed(msgspec.Struct, frozen=True, kw_only=True):
    """Which disclosure the visitor saw, and when (UTC)."""

    text_version: str
    language: str
    shown_at: datetime


class Start(Command, frozen=True, kw_only=True):
    """The visitor's first act: a message, or asking for a person outright (``text`` is None)."""

    disclosed: Disclosed
    text: str | None
    page: str | None = None
    people_first: bool = False
    availability: Availability


class VisitorWrites(Command, frozen=True, kw_only=True):
    """``courtesy`` marks a mere "thanks", which never re-queues a closed conversation."""

    text: str
    page: str | None = None
    courtesy: bool = False
    disclosed: Disclosed | None = None
    people_first: bool = False
    availability: Availability
    reopen_within: timedelta = timedelta(hours=24)


class BotReplies(Command, frozen=True, kw_only=True):
    """The bot's one turn for the visitor's message at ``in_reply_to``.

    ``failed`` counts towards the second failure, ``hand_over`` ends the bot's part with a reason.
    """

    in_reply_to: int
    decision: str
    text: str = ""
    code: Speech | None = None
    source: Source | None = None
    choices: tuple[Source, ...] = ()
    confidence: float = 0.0
    tried: tuple[Tried, ...] = ()
    quote: str = ""
    tone: float | None = None
    failed: bool = False
    hand_over: Reason | None = None
    availability: Availability


class BotDrafts(Command, frozen=True, kw_only=True):
    """What the bot would have replied, for the agents alone: where people speak first, and in rehearsal.

    ``answers`` to the reply's choices, in their order.
    """

    reply: BotReplies
    answers: tuple[str, ...] = ()


class AskForPerson(Command, frozen=True, kw_only=True):
    """A person is needed. ``quote`` is the evidence in the visitor's own words."""

    reason: Reason = Reason.ASKED
    quote: str = ""
    availability: Availability


class BackToBot(Command, frozen=True, kw_only=True):
    """``people_first``: what the dial says now, though a page that is still open may offer the bot."""

    people_first: bool = False


class CancelHandoff(BackToBot, frozen=True):
    pass


class LeaveMessage(Command, frozen=True):
    email: str
    reference: str
    due_at: datetime | None = None


class AskBotMeanwhile(BackToBot, frozen=True):
    pass


class RateAnswer(Command, frozen=True):
    message_seq: int
    helped: bool
    rated: Message
    availability: Availability


class EndByVisitor(Command, frozen=True):
    pass


class AgentCommand(Command, frozen=True):
    agent: AgentRef


class TakeChat(AgentCommand, frozen=True):
    pass


class AgentReturns(AgentCommand, frozen=True):
    pass


class AgentWrites(AgentCommand, frozen=True):
    text: str


class PutBack(AgentCommand, frozen=True):
    pass


class Transfer(AgentCommand, frozen=True):
    to: AgentRef


class LoseAgent(AgentCommand, frozen=True, kw_only=True):
    """``away``: signed out, or has no place here any more; else the connection broke."""

    away: bool = False


class LetBotContinue(AgentCommand, frozen=True):
    pass


class Resolve(AgentCommand, frozen=True):
    goodbye: str = ""


class JudgeAnswer(AgentCommand, frozen=True):
    """Of the bot's turn or draft for the visitor's message at ``in_reply_to``. ``judged``: that there is one."""

    in_reply_to: int
    right: bool
    judged: bool


class AlertUnanswered(Command, frozen=True):
    """A visitor who waits for a person has heard nothing for ``after``, whether the chat is claimed or not."""

    after: timedelta = timedelta(minutes=3)


class GiveUpMail(Command, frozen=True):
    to: str
    why: Undelivered


class WarnInactive(Command, frozen=True):
    closes_at: datetime


class CloseInactive(Command, frozen=True):
    pass
