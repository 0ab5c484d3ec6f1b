"""What happens without anybody's click: the bot's turn, a lost agent, an idle chat."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from chat import queries
from chat.actions.chain import Append
from chat.actions.store import Applied, Author, apply, apply_locked, locking
from chat.actions.turns import Turn
from chat.domain import commands as c
from chat.domain.conversation import Refused
from chat.domain.events import Reason, Speech, Undelivered
from chat.domain.state import Status
from chat.models import Conversation, Event, Membership

IDLE_AFTER = timedelta(minutes=30)
CLOSES_AFTER_WARNING = timedelta(minutes=5)

_SYSTEM = Author(key="system")


def bot_author(trigger: uuid.UUID) -> Author:
    """The turn's cmid derives from the event that triggered it: however often it is given, it counts once."""
    return Author(key="bot", cmid=uuid.uuid5(trigger, "bot_turn"))


def bot_append(turn: Turn, site_pk: int, command: c.BotReplies, now: datetime) -> Append:
    """For the writer: the turn, where the bot only speaks."""
    author = bot_author(turn.event)
    return Append(conversation=turn.conversation, site_pk=site_pk, author=author, command=command, now=now)


def bot_replies(conversation: Conversation, command: c.BotReplies, now: datetime) -> Applied:
    """Raises Illegal or StaleTurn when the bot has no business to speak any more."""
    return apply(conversation, command, author=bot_author(_trigger(conversation, command)), now=now)


def bot_drafts(conversation: Conversation, command: c.BotDrafts, now: datetime) -> Applied:
    """Raises Illegal where agents no longer need a draft."""
    cmid = uuid.uuid5(_trigger(conversation, command.reply), "bot_draft")
    return apply(conversation, command, author=Author(key="bot", cmid=cmid), now=now)


def _trigger(conversation: Conversation, reply: c.BotReplies) -> uuid.UUID:
    return Event.objects.values_list("public_id", flat=True).get(conversation=conversation, seq=reply.in_reply_to)


def bot_failed(conversation: Conversation, seq: int, now: datetime) -> Applied:
    """No answer in time, or an error: that is a handoff in itself."""
    command = c.BotReplies(
        in_reply_to=seq,
        decision="failed",
        code=Speech.FAILED,
        failed=True,
        hand_over=Reason.BOT_ERROR,
        availability=queries.availability_at_click(conversation.site, now),
    )
    return bot_replies(conversation, command, now)


def lose_agent(membership: Membership, now: datetime, *, away: bool = False) -> list[Applied]:
    """The lease ran out, or the agent is ``away``: each of the agent's chats goes back to the queue, to its place."""
    chats = Conversation.objects.filter(agent=membership, status=Status.HUMAN)
    return _each(chats, c.LoseAgent(agent=queries.agent_ref(membership), away=away), now)


def lose_removed_agents(now: datetime) -> list[Applied]:
    """Chats whose agent has no place at the site any more go back to the queue."""
    held = Conversation.objects.filter(agent=None, status=Status.HUMAN)
    agents = [(row, row.state.agent) for row in held]
    return [lost for row, agent in agents if agent for lost in _each([row], c.LoseAgent(agent=agent, away=True), now)]


def agent_returns(membership: Membership, now: datetime) -> list[Applied]:
    """Chats that nobody took meanwhile are the agent's again."""
    me = queries.agent_ref(membership)
    waiting = Conversation.objects.filter(site_id=membership.site_id, status=Status.WAITING)
    lost = [row for row in waiting if row.state.lost_agent and row.state.lost_agent.id == me.id]
    return _each(lost, c.AgentReturns(agent=me), now)


def alert_unanswered(now: datetime) -> int:
    """Nobody who asked for a person is left in silence: colleagues hear of it, the visitor is offered e-mail.

    As those below: how many.
    """
    command = c.AlertUnanswered()
    long_ago, ahead = Q(unanswered_since__lte=now - command.after), Q(unanswered_since__gte=now + command.after)
    return _due(Conversation.objects.filter(long_ago | ahead), command, now)


def mail_given_up(conversation: Conversation, *, to: str, why: Undelivered, now: datetime) -> Applied:
    """Whoever wrote it, or waits for an answer to it, reads that it never arrived."""
    return apply(conversation, c.GiveUpMail(to=to, why=why), author=_SYSTEM, now=now)


def warn_idle(now: datetime) -> int:
    idle = Conversation.objects.filter(
        Q(status=Status.BOT) | Q(status=Status.HUMAN),
        updated_at__lt=now - IDLE_AFTER,
        reference="",
        closes_at__isnull=True,
    )
    return _due(idle, c.WarnInactive(closes_at=now + CLOSES_AFTER_WARNING), now)


def close_idle(now: datetime) -> int:
    idle = Conversation.objects.filter(closes_at__lte=now, updated_at__lt=now - CLOSES_AFTER_WARNING)
    return _due(idle, c.CloseInactive(), now)


def _due(rows: QuerySet[Conversation], command: c.Command, now: datetime) -> int:
    """One after the other, for they may be tens of thousands; those that moved on meanwhile no longer need it."""
    done = 0
    for pk in list(rows.values_list("pk", flat=True)):
        with suppress(Refused), transaction.atomic():
            for row in locking(rows.filter(pk=pk)):
                apply_locked(row, command, author=_SYSTEM, now=now)
                done += 1
    return done


def _each(rows: Iterable[Conversation], command: c.Command, now: datetime) -> list[Applied]:
    """Rows that moved on since they were looked up no longer need the command."""
    applied = []
    for row in rows:
        with suppress(Refused):
            applied.append(apply(row, command, author=_SYSTEM, now=now))
    return applied
