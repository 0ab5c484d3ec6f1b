"""What follows from stored events, in the same transaction: inbox number, owed bot turns, mail, pushes on commit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from django.db import transaction

from chat.actions import mail, publish
from chat.actions.learn import learn
from chat.actions.remember import remember
from chat.actions.turns import Turn, wants_draft
from chat.domain import events as e
from chat.domain.routing import PRESSING, rank_of
from chat.domain.state import OPEN, State, Status
from chat.models import BotTurnOwed, Conversation, Event, InboxChange, MeasuredWait, Site

#: How long the process that stored a message has to give the bot's turn before another one may take it over.
TURN_LEASE = timedelta(seconds=10)

_AGENT = e.AuthorKind.AGENT


@dataclass(frozen=True, kw_only=True)
class Change:
    """A conversation before and after one command; ``events`` are the stored rows."""

    conversation: Conversation
    before: State
    after: State
    events: Sequence[Event]
    now: datetime


def follow(change: Change) -> None:
    _owe_bot_turns(change)
    _ask_for_drafts(change)
    _remember_words(change)
    mail.write(change.conversation, before=change.before, events=change.events, now=change.now)
    learn(change.conversation, change.events, change.now)
    _measure_wait(change)
    _tell_address(change)
    inbox_change = _number_inbox(change)
    conversation = change.conversation
    transaction.on_commit(lambda: publish.events(conversation, change.events), robust=True)
    moved = _in_line(change.before) != _in_line(change.after)
    if moved and _in_line(change.after):
        transaction.on_commit(lambda: publish.joined_line(conversation, change.now), robust=True)
    if inbox_change:
        transaction.on_commit(lambda: publish.inbox(conversation, inbox_change), robust=True)
    elif _has_new_words(change):
        transaction.on_commit(lambda: publish.preview(conversation), robust=True)
    if moved:
        transaction.on_commit(lambda: publish.queue(conversation.site), robust=True)


def _has_new_words(change: Change) -> bool:
    words: dict[str, int] = change.conversation.preview or {"seq": 0}
    return words["seq"] > change.before.seq


def only_appends(before: State, after: State, recorded: Sequence[e.Recorded], *, has_email: bool) -> bool:
    """Whether nothing follows but push, preview and the bot's turn: then ``append`` may store it with many others."""
    events = [item.event for item in recorded]
    if not events or before.status not in OPEN or not all(isinstance(each, e.Message | e.BotTurn) for each in events):
        return False
    mailed = has_email and any(isinstance(each, e.Message) and each.author_kind is _AGENT for each in events)
    return not mailed and before.closes_at == after.closes_at and _inbox_facts(before) == _inbox_facts(after)


def _in_line(state: State) -> datetime | None:
    """Since when the visitor waits: what the places of all follow from. Messages move nobody."""
    return state.queued_at if state.status is Status.WAITING else None


def _owe_bot_turns(change: Change) -> None:
    before, after = set(change.before.turns_owed), set(change.after.turns_owed)
    if gone := before - after:
        BotTurnOwed.objects.filter(conversation=change.conversation, seq__in=gone).delete()
    for seq in sorted(after - before):
        BotTurnOwed.objects.create(
            conversation=change.conversation, seq=seq, due_at=change.now, lease_until=change.now + TURN_LEASE
        )
        message = next(event for event in change.events if event.seq == seq)
        transaction.on_commit(partial(publish.bot_turn, Turn.of(message)), robust=True)


def _ask_for_drafts(change: Change) -> None:
    for row in change.events:
        if row.kind == "message" and wants_draft(change.conversation.site_id, change.after, row.event):
            transaction.on_commit(partial(publish.bot_draft, Turn.of(row)), robust=True)


def _remember_words(change: Change) -> None:
    if _findable_by(change.before) != _findable_by(change.after):
        remember(change.conversation, change.after)


def _findable_by(state: State) -> tuple[object, ...]:
    return (state.status, state.references)


def _measure_wait(change: Change) -> None:
    before, after = change.before, change.after
    joined = before.status is Status.WAITING and after.status is Status.HUMAN
    if joined and before.queued_at and _asked_while_agents_were_here(change.conversation):
        seconds = round((change.now - before.queued_at).total_seconds())
        MeasuredWait.objects.create(site_id=change.conversation.site_id, at=change.now, seconds=max(0, seconds))


def _asked_while_agents_were_here(conversation: Conversation) -> bool:
    """A night without agents says nothing about the queue, nor a chat that an agent put back, passed on or lost."""
    last = conversation.events.filter(kind__in=("handoff_requested", "agent_left")).last()
    return last is not None and isinstance(last.event, e.HandoffRequested) and last.event.agents_here


def _tell_address(change: Change) -> None:
    if any(isinstance(row.event, e.MessageLeft) for row in change.events):
        tell = partial(publish.visitor_presence, change.conversation, change.now)
        transaction.on_commit(tell, robust=True)


def _inbox_facts(state: State) -> tuple[object, ...]:
    """What a row of the inbox shows and a change of which gets a number: messages alone do not."""
    return (state.status, state.agent, state.reason, state.reserved_for, state.owed, state.queued_at, state.late)


def _join_line(change: Change, site: Site) -> None:
    """The caller holds the site's lock: of two that join at once the second counts the first."""
    pressing = change.after.reason in PRESSING
    change.conversation.queue_rank = rank_of(site.pressing, pressing=pressing)
    site.pressing += pressing


def _number_inbox(change: Change) -> InboxChange | None:
    if _inbox_facts(change.before) == _inbox_facts(change.after):
        return None
    # Locked after the conversation, always in this order: two changes of one site can't deadlock.
    site = Site.objects.select_for_update(no_key=True).get(pk=change.conversation.site_id)
    site.rev += 1
    change.conversation.rev = site.rev
    if change.after.queued_at and change.after.queued_at != change.before.queued_at:
        _join_line(change, site)
    site.save(update_fields=["rev", "pressing"])
    change.conversation.save(update_fields=["rev", "queue_rank"])
    return InboxChange.objects.create(site=site, rev=site.rev, conversation=change.conversation, at=change.now)
