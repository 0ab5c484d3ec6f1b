"""Whatever order sending, sending again, crashing and everybody else's doing come in: one list, without gaps."""

from __future__ import annotations

import uuid
from collections import Counter
from contextlib import suppress
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chat import queries
from chat.actions import system
from chat.actions.refusals import ActionRefused
from chat.actions.store import Applied
from chat.domain.commands import Availability, BotReplies
from chat.domain.conversation import Refused
from chat.domain.events import Audience
from chat.domain.transcript import Cursor
from chat.models import BotTurnOwed, Conversation, Event
from chat.wire import client_frames as f
from chat.wire import server_frames as s
from tests.cast import NOON, SECOND, SEEN, Visitor, cmid, hire, inbox_revs, is_true, make_site, said

pytestmark = [pytest.mark.django_db, pytest.mark.contract]

TEXTS = [f"Message {n}" for n in range(4)]
#: Between two steps. After the longest, a closed chat can't be reopened.
PAUSES = (SECOND, SECOND, timedelta(minutes=40), timedelta(days=2))
HERE = Availability(agents_here=True)

Step = tuple[str, int, bool]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["vera", "vera", "vera", "ana", "bot", "clock"]), st.integers(0, 8), st.sampled_from([0, 0, 1])
    ),
    max_size=30,
)


class Crash(Exception):
    """The process died before the commit."""


class Story:
    """Vera sends the commands of her outbox, and sends them again, in any order; so does Ana with hers."""

    def __init__(self) -> None:
        self.site = make_site("marlpit", "Olga")
        self.visitor, self.agent, self.now = Visitor(self.site), hire(self.site, "Ana"), NOON
        self.outbox: list[f.VisitorCommand] = [f.VisitorSend(cmid=cmid(), text=t, disclosure=SEEN) for t in TEXTS]
        self.outbox += [f.AskPerson(cmid=cmid(), disclosure=SEEN), f.LeaveMessage(cmid=cmid(), email="v@example.org")]
        self.outbox += [f.CancelHandoff(cmid=cmid()), f.AskBot(cmid=cmid()), f.End(cmid=cmid())]
        self.acks: dict[str, tuple[str, int]] = {}

    def step(self, who: str, number: int, crashes: bool) -> None:
        with suppress(Crash, Refused, ActionRefused), transaction.atomic():
            acks = getattr(self, who)(number)
            if crashes:
                raise Crash
            for key, applied in acks:
                self.remember(key, applied)

    def remember(self, key: str, applied: Applied) -> None:
        """What was stored under a cmid is acknowledged alike for ever."""
        if Event.objects.filter(cmid=key).exists():
            ack = (str(applied.conversation), applied.seq)
            assert self.acks.setdefault(key, ack) == ack

    def vera(self, number: int) -> list[tuple[str, Applied]]:
        frame = self.outbox[number]
        return [(frame.cmid, self.visitor.does(frame, now=self.now))]

    def ana(self, number: int) -> list[tuple[str, Applied]]:
        chat = str(queries.current(self.site.conversations.all()))
        own = {"cmid": str(uuid.uuid5(uuid.UUID(int=number), chat)), "conversation": chat}
        verb = (f.Take, f.Take, f.Take, f.PutBack, f.LetBot, f.Resolve, f.AgentSend, f.AgentSend, f.AgentSend)[number]
        frame = verb(**own, text="Hello") if verb is f.AgentSend else verb(**own)
        return [(frame.cmid, self.agent.does(frame, now=self.now))]

    def bot(self, number: int) -> list[tuple[str, Applied]]:
        """Gives one of the turns that are owed, or were: a second process may be late."""
        visitors = Event.objects.filter(kind="message", author__startswith="visitor").order_by("pk")
        for message in visitors[number : number + 1]:
            reply = BotReplies(in_reply_to=message.seq, decision="answer", text="Answer", availability=HERE)
            system.bot_replies(message.conversation, reply, self.now)
        return []

    def clock(self, number: int) -> list[tuple[str, Applied]]:
        self.now += PAUSES[number % len(PAUSES)]
        system.alert_unanswered(self.now)
        system.close_idle(self.now)
        system.warn_idle(self.now)
        return []


def client_sees(chat: Conversation, seq: int) -> list[s.WireEvent]:
    """A client that had everything up to ``seq`` and resumes."""
    whole = queries.resume(chat, None, Audience.ALL)
    assert isinstance(whole, s.Events)
    had = [event for event in whole.events if event.seq <= seq]
    cursor = Cursor(epoch=chat.epoch, seq=had[-1].seq, id=had[-1].id) if had else None
    rest = queries.resume(chat, cursor, Audience.ALL)
    assert isinstance(rest, s.Events)
    return [*had, *rest.events]


@pytest.mark.usefixtures("db")
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, seen=st.integers(0, 30))
def test_any_interleaving_ends_in_one_gapless_list(steps: list[Step], seen: int) -> None:
    with transaction.atomic():
        story = Story()
        for step in steps:
            story.step(*step)
        for number in range(len(story.outbox)):
            story.step("vera", number, False)
        holds(story, seen)
        transaction.set_rollback(True)


def merged(*frames: s.Inbox) -> dict[str, s.InboxRow]:
    """The rows of a client that applies these frames; settled ones leave."""
    rows = {row.conversation: row for frame in frames for row in frame.rows}
    return {key: row for key, row in rows.items() if row.status != "closed" or row.reference}


def holds(story: Story, seen: int) -> None:
    chats = list(story.site.conversations.all())
    heard = Counter(text for chat in chats for text in said(chat))
    assert all(is_true(chat) for chat in chats) and all(heard[text] == 1 for text in TEXTS)
    assert inbox_revs(story.site) == list(range(1, story.site.rev + 1))
    for chat in chats:
        assert [event.seq for event in client_sees(chat, seen)] == list(range(1, chat.top_seq + 1))
        owed = set(BotTurnOwed.objects.filter(conversation=chat).values_list("seq", flat=True))
        assert owed == set(chat.state.turns_owed)


@pytest.mark.usefixtures("db")
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, at=st.integers(0, 30))
def test_an_old_inbox_and_what_changed_since_is_a_new_inbox(steps: list[Step], at: int) -> None:
    with transaction.atomic():
        story = Story()
        for step in [*steps[:at], ("vera", 0, False)]:
            story.step(*step)
        old = queries.inbox(story.site, None)
        for step in steps[at:]:
            story.step(*step)
        assert merged(old, queries.inbox(story.site, f.InboxCursor(rev=old.rev, id=old.id))) == merged(
            queries.inbox(story.site, None)
        )
        transaction.set_rollback(True)
