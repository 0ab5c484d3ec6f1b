"""The conversation machine: ``decide(state, command, now) -> [event]``. It does no I/O.

``RULES`` is the whole table: which command is legal in which states, and what follows. A pair outside it raises
``Illegal``, naming both.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from chat.domain import commands as c
from chat.domain import events as e
from chat.domain.state import OPEN, State, Status, evolve

Events = list[e.AnyEvent]


class Refused(Exception):
    """The command can't be done now. ``code`` is one of the protocol's error codes."""

    code = "not_now"


class Illegal(Refused):
    """No such transition in this state."""

    def __init__(self, status: Status, command: c.Command) -> None:
        super().__init__(f"{type(command).__name__} is illegal in state {status.value!r}")


class Taken(Refused):
    """Another agent has the chat; ``by`` is who."""

    code = "taken"

    def __init__(self, by: e.AgentRef) -> None:
        super().__init__(f"taken by {by.name}")
        self.by = by


class NotYours(Refused):
    """The agent doesn't hold this chat."""

    code = "not_yours"


class AnswerOwed(Refused):
    """An answer by e-mail is owed; give it, or say goodbye in words, before resolving."""

    code = "answer_owed"


class Over(Refused):
    """Closed too long ago to be reopened: a new conversation starts instead."""

    code = "conversation_over"


class PeopleFirst(Refused):
    """The bot answers no visitor here now: there is none to go back to."""


class StaleTurn(Refused):
    """The bot already had its turn for this message, or none is owed."""


def decide(state: State, command: c.Command, now: datetime) -> Events:
    """What follows from ``command``. An empty list means that it is already so.

    Raises Illegal, Taken, NotYours, AnswerOwed, Over, PeopleFirst or StaleTurn; the state is then unchanged.
    """
    legal, handler = RULES[type(command)]
    if state.status not in legal:
        raise Illegal(state.status, command)
    return handler(state, command, now)


def record(state: State, events: Sequence[e.AnyEvent], now: datetime) -> tuple[State, list[e.Recorded]]:
    """Number the events after ``state.seq`` and fold them in."""
    recorded = [e.Recorded(seq=state.seq + n, at=now, event=event) for n, event in enumerate(events, 1)]
    for item in recorded:
        state = evolve(state, item)
    return state, recorded


def _disclosure(disclosed: c.Disclosed) -> e.DisclosureShown:
    return e.DisclosureShown(
        text_version=disclosed.text_version, language=disclosed.language, shown_at=disclosed.shown_at
    )


def _visitor_message(text: str, page: str | None) -> e.Message:
    return e.Message(author_kind=e.AuthorKind.VISITOR, text=text, page=page)


def _start(state: State, command: c.Start, now: datetime) -> Events:
    events: Events = [_disclosure(command.disclosed)]
    if command.text is not None:
        events.append(_visitor_message(command.text, command.page))
    question = command.text or ""
    if command.people_first:
        return events + _handoff(state, e.Reason.PEOPLE_FIRST, command.availability, question, page=command.page)
    if command.text is None:
        return events + _handoff(state, e.Reason.ASKED, command.availability, question, page=command.page)
    return events


def _visitor_writes(state: State, command: c.VisitorWrites, now: datetime) -> Events:
    message = _visitor_message(command.text, command.page)
    if state.status is not Status.CLOSED or command.courtesy:
        return [message]
    if state.closed_at is None or now - state.closed_at > command.reopen_within:
        raise Over
    events: Events = [e.ConversationReopened()]
    if command.disclosed:
        events.append(_disclosure(command.disclosed))
    events.append(message)
    if command.people_first:
        after, _ = record(state, events, now)
        events += _handoff(after, e.Reason.PEOPLE_FIRST, command.availability)
    return events


def _bot_replies(state: State, command: c.BotReplies, now: datetime) -> Events:
    if command.in_reply_to not in state.turns_owed:
        raise StaleTurn(f"no turn is owed for {command.in_reply_to}")
    turn = e.BotTurn(
        in_reply_to=command.in_reply_to,
        decision=command.decision,
        confidence=command.confidence,
        tried=command.tried,
        quote=command.quote,
        tone=command.tone,
        failed=command.failed,
        code=command.code,
        reason=command.hand_over,
    )
    events: Events = [turn]
    if command.text or command.code:
        events.append(
            e.Message(
                author_kind=e.AuthorKind.BOT,
                text=command.text,
                code=command.code,
                source=command.source,
                choices=command.choices,
                in_reply_to=command.in_reply_to,
            )
        )
    if command.hand_over:
        after, _ = record(state, [turn], now)
        events += _handoff(after, command.hand_over, command.availability, quote=command.quote)
    return events


def _bot_drafts(state: State, command: c.BotDrafts, now: datetime) -> Events:
    reply = command.reply
    draft = e.BotDraft(
        in_reply_to=reply.in_reply_to,
        decision=reply.decision,
        text=reply.text,
        code=reply.code,
        source=reply.source,
        choices=reply.choices,
        answers=command.answers,
        confidence=reply.confidence,
        quote=reply.quote,
        reason=reply.hand_over,
    )
    return [draft]


def _ask_for_person(state: State, command: c.AskForPerson, now: datetime) -> Events:
    if state.status is not Status.BOT:
        return []
    return _handoff(state, command.reason, command.availability, quote=command.quote)


def _back_to_bot(why: e.Resumption) -> Callable[[State, Any, datetime], Events]:
    def handler(state: State, command: c.BackToBot, now: datetime) -> Events:
        if command.people_first:
            raise PeopleFirst
        return [e.BotResumed(why=why)]

    return handler


_NOTICES = {
    e.Reason.ASKED: e.Notice.ASKED,
    e.Reason.BOT_ERROR: e.Notice.BOT_FAILED,
    e.Reason.PEOPLE_FIRST: e.Notice.PEOPLE_FIRST,
    e.Reason.SUPERVISOR: e.Notice.AGENT,
}


def _handoff(
    state: State,
    reason: e.Reason,
    availability: c.Availability,
    question: str = "",
    *,
    quote: str = "",
    page: str | None = None,
) -> Events:
    return [
        e.HandoffRequested(
            notice=_NOTICES.get(reason, e.Notice.BOT_CANNOT),
            agents_here=availability.agents_here,
            back_at=None if availability.agents_here else availability.back_at,
        ),
        e.HandoffPacket(
            reason=reason,
            quote=quote,
            question=question or _question(state, quote),
            tried=state.tried,
            tone=state.tone,
            page=page or state.page,
        ),
    ]


def _question(state: State, request: str) -> str:
    """The latest one that says more than "a person, please"; ``request`` is how that was put."""
    asked = (state.asked, *state.questions)
    return next((each for each in reversed(asked) if each.strip(" .!?") != request.strip(" .!?")), "")


def _leave_message(state: State, command: c.LeaveMessage, now: datetime) -> Events:
    if state.status is Status.MESSAGE_LEFT and state.owed and state.owed.email == command.email:
        return []
    # One owed answer has one reference, also when the visitor corrects the address.
    reference = state.owed.reference if state.owed else command.reference
    return [e.MessageLeft(reference=reference, email=command.email, due_at=command.due_at)]


def _rate_answer(state: State, command: c.RateAnswer, now: datetime) -> Events:
    if command.rated.author_kind is not e.AuthorKind.BOT:
        raise Refused("only the bot's answers are rated")
    events: Events = [e.AnswerRated(message_seq=command.message_seq, helped=command.helped)]
    if state.status is Status.BOT and not command.helped:
        events.append(e.Message(author_kind=e.AuthorKind.BOT, code=e.Speech.NOT_HELPFUL))
        events += _handoff(state, e.Reason.NOT_HELPFUL, command.availability)
    return events


def _take(state: State, command: c.TakeChat, now: datetime) -> Events:
    if state.status is Status.HUMAN:
        return _already_held(state, command.agent)
    joined = e.AgentJoined(agent=command.agent)
    if state.status is Status.BOT and not state.owed:
        here = c.Availability(agents_here=True)
        return [*_handoff(state, e.Reason.SUPERVISOR, here), joined]
    return [joined]


def _already_held(state: State, agent: e.AgentRef) -> Events:
    holder = state.agent
    if holder and holder.id != agent.id:
        raise Taken(holder)
    return []


def _agent_returns(state: State, command: c.AgentReturns, now: datetime) -> Events:
    if state.lost_agent is None or state.lost_agent.id != command.agent.id:
        raise NotYours(command.agent.name)
    return [e.AgentJoined(agent=command.agent)]


def _agent_writes(state: State, command: c.AgentWrites, now: datetime) -> Events:
    if state.status is Status.HUMAN:
        _must_hold(state, command.agent)
    elif not state.owed:
        raise Illegal(state.status, command)
    return _agent_says(state, command.agent, command.text)


def _agent_says(state: State, agent: e.AgentRef, text: str) -> Events:
    events: Events = [e.Message(author_kind=e.AuthorKind.AGENT, author=agent, text=text)]
    if state.owed:
        events.append(e.OwedAnswerGiven(reference=state.owed.reference))
    return events


def _must_hold(state: State, agent: e.AgentRef) -> None:
    if state.agent is None or state.agent.id != agent.id:
        raise NotYours(agent.name)


def _leaves(why: e.Departure) -> Callable[[State, Any, datetime], Events]:
    def handler(state: State, command: c.AgentCommand, now: datetime) -> Events:
        _must_hold(state, command.agent)
        to = command.to if isinstance(command, c.Transfer) else None
        return [e.AgentLeft(agent=command.agent, why=why, to=to)]

    return handler


def _lose_agent(state: State, command: c.LoseAgent, now: datetime) -> Events:
    return _leaves(e.Departure.AWAY if command.away else e.Departure.LOST)(state, command, now)


def _let_bot_continue(state: State, command: c.LetBotContinue, now: datetime) -> Events:
    _must_hold(state, command.agent)
    return [e.AgentLeft(agent=command.agent, why=e.Departure.BOT), e.BotResumed(why=e.Resumption.AGENT)]


def _resolve(state: State, command: c.Resolve, now: datetime) -> Events:
    _must_hold(state, command.agent)
    goodbye = command.goodbye.strip()
    if state.owed and not goodbye:
        raise AnswerOwed(state.owed.reference)
    said = _agent_says(state, command.agent, goodbye) if goodbye else []
    return [*said, e.ConversationClosed(how=e.Ending.RESOLVED, agent=command.agent)]


def _judge_answer(state: State, command: c.JudgeAnswer, now: datetime) -> Events:
    if not command.judged:
        raise Refused(f"the bot said nothing about {command.in_reply_to}")
    return [e.AnswerJudged(agent=command.agent, in_reply_to=command.in_reply_to, right=command.right)]


def _alert_unanswered(state: State, command: c.AlertUnanswered, now: datetime) -> Events:
    since = state.unanswered_since
    # Far ahead, the clock was set back meanwhile, and nobody knows for how long the visitor has waited.
    if since is None or state.late or abs(now - since) < command.after:
        raise Refused("answered, alerted before, or not due yet")
    return [e.Unanswered(since=since)]


def _warn_inactive(state: State, command: c.WarnInactive, now: datetime) -> Events:
    if state.unanswered_since:
        raise Refused("the visitor waits for us, not we for the visitor")
    return [e.InactivityWarned(closes_at=command.closes_at)]


def _close_inactive(state: State, command: c.CloseInactive, now: datetime) -> Events:
    if state.closes_at is None or now < state.closes_at:
        raise Refused("not warned, or the warning's time has not passed")
    return [e.ConversationClosed(how=e.Ending.INACTIVE, agent=state.agent)]


_BOT = frozenset({Status.BOT})
_WAITING = frozenset({Status.WAITING})
_HUMAN = frozenset({Status.HUMAN})
_LEFT = frozenset({Status.MESSAGE_LEFT})
_CLOSED = frozenset({Status.CLOSED})

Rule = tuple[frozenset[Status], Callable[[State, Any, datetime], Events]]

RULES: dict[type[c.Command], Rule] = {
    c.Start: (frozenset({Status.START}), _start),
    c.VisitorWrites: (OPEN | _CLOSED, _visitor_writes),
    c.BotReplies: (_BOT, _bot_replies),
    c.BotDrafts: (_WAITING | _HUMAN, _bot_drafts),
    c.AskForPerson: (OPEN, _ask_for_person),
    c.CancelHandoff: (_WAITING, _back_to_bot(e.Resumption.CANCELLED)),
    c.LeaveMessage: (_WAITING | _HUMAN | _LEFT, _leave_message),
    c.AskBotMeanwhile: (_LEFT, _back_to_bot(e.Resumption.MEANWHILE)),
    c.RateAnswer: (OPEN | _CLOSED, _rate_answer),
    c.EndByVisitor: (OPEN, lambda *_: [e.ConversationClosed(how=e.Ending.VISITOR)]),
    c.TakeChat: (OPEN, _take),
    c.AgentReturns: (_WAITING, _agent_returns),
    c.AgentWrites: (_HUMAN | _CLOSED, _agent_writes),
    c.PutBack: (_HUMAN, _leaves(e.Departure.PUT_BACK)),
    c.Transfer: (_HUMAN, _leaves(e.Departure.TRANSFER)),
    c.LoseAgent: (_HUMAN, _lose_agent),
    c.LetBotContinue: (_HUMAN, _let_bot_continue),
    c.Resolve: (_HUMAN, _resolve),
    c.JudgeAnswer: (OPEN | _CLOSED, _judge_answer),
    c.GiveUpMail: (OPEN | _CLOSED, lambda state, command, now: [e.MailUndelivered(to=command.to, why=command.why)]),
    c.AlertUnanswered: (_WAITING | _HUMAN, _alert_unanswered),
    c.WarnInactive: (_BOT | _HUMAN, _warn_inactive),
    c.CloseInactive: (_BOT | _HUMAN, _close_inactive),
}
