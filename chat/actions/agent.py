"""What an agent can do in a conversation of the agent's site."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import transaction

from chat import queries
from chat.actions.chain import Append
from chat.actions.find import find_conversation
from chat.actions.refusals import ActionRefused, digest
from chat.actions.store import Applied, Author, apply
from chat.domain import commands as c
from chat.domain.events import AgentRef
from chat.models import Conversation
from chat.policy import AgentActor
from chat.wire import client_frames as f
from chat.wire.codes import ErrorCode


def perform(actor: AgentActor, frame: f.AgentAction, *, now: datetime) -> Applied:
    """Do what ``frame`` says, once. Raises ActionRefused, machine.Refused, CmidConflict or DatabaseError."""
    conversation = find_conversation(actor, frame.conversation)
    command = _COMMANDS[type(frame)](actor, queries.agent_ref(actor.membership), frame)
    return apply(conversation, command, author=_author(actor, frame), now=now)


def append(actor: AgentActor, frame: f.AgentSend, *, now: datetime) -> Append:
    """For the writer: ``frame`` as a message in the conversation that it names."""
    command = c.AgentWrites(agent=queries.agent_ref(actor.membership), text=frame.text)
    author = _author(actor, frame)
    return Append(conversation=frame.conversation, site_pk=actor.site.pk, author=author, command=command, now=now)


def _author(actor: AgentActor, frame: f.AgentAction) -> Author:
    return Author(key=actor.author, cmid=uuid.UUID(frame.cmid), digest=digest(frame))


def _transfers(actor: AgentActor, me: AgentRef, frame: f.Transfer) -> c.Command:
    colleagues = {colleague.id: colleague.name for colleague in queries.colleagues(actor.site)}
    if frame.to not in colleagues:
        raise ActionRefused(ErrorCode.NOT_FOUND)
    return c.Transfer(agent=me, to=AgentRef(id=frame.to, name=colleagues[frame.to]))


def _judges(actor: AgentActor, me: AgentRef, frame: f.Judge) -> c.Command:
    conversation = find_conversation(actor, frame.conversation)
    turns = conversation.events.filter(kind__in=("bot_turn", "bot_draft"), seq__gt=frame.seq)
    judged = any(event.body["in_reply_to"] == frame.seq for event in turns)
    return c.JudgeAnswer(agent=me, in_reply_to=frame.seq, right=frame.right, judged=judged)


_COMMANDS: dict[type[f.ClientFrame], Callable[[AgentActor, AgentRef, Any], c.Command]] = {
    f.AgentSend: lambda actor, me, frame: c.AgentWrites(agent=me, text=frame.text),
    f.Take: lambda actor, me, frame: c.TakeChat(agent=me),
    f.PutBack: lambda actor, me, frame: c.PutBack(agent=me),
    f.Transfer: _transfers,
    f.LetBot: lambda actor, me, frame: c.LetBotContinue(agent=me),
    f.Judge: _judges,
    f.Resolve: lambda actor, me, frame: c.Resolve(agent=me, goodbye=frame.goodbye),
}


def mark_read(actor: AgentActor, conversation: Conversation, seq: int) -> bool:
    """Raise the agents' read cursor; True if it moved. Only the agent who holds the chat reads it for the visitor."""
    with transaction.atomic():
        rows = actor.conversations().filter(
            pk=conversation.pk, agent=actor.membership, agent_read__lt=seq, top_seq__gte=seq
        )
        return bool(rows.update(agent_read=seq))
