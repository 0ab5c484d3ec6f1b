"""Whatever happens, in whatever order, the promises hold."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import msgspec
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from msgspec.structs import replace

from chat.domain import commands as c
from chat.domain import events as e
from chat.domain.conversation import Illegal, Refused, decide, record
from chat.domain.escalation import is_courtesy
from chat.domain.state import OPEN, State, Status, evolve, fold
from chat.domain.transcript import Hidden, seen_by
from tests.domain import story as s

REAL_OUTCOMES = {Status.WAITING, Status.HUMAN, Status.MESSAGE_LEFT}
FOR_AGENTS = (e.BotTurn, e.BotDraft, e.AnswerJudged, e.HandoffPacket, e.MailUndelivered)
#: After these nobody waits for a person's word, or somebody waits for one anew.
HEARD = (e.BotResumed, e.MessageLeft, e.ConversationClosed)
LEFT_ALONE = (e.HandoffRequested, e.AgentLeft)

agents = st.sampled_from([s.ANA, s.BEN])
texts = st.sampled_from(["When are you open?", "refund", "🦊", "  ", "thank you"])
availabilities = st.sampled_from([s.HERE, s.NOBODY])
reasons = st.sampled_from(e.Reason)
ratings = st.builds(e.Message, author_kind=st.sampled_from(e.AuthorKind), text=texts)
starts = st.builds(c.Start, disclosed=st.just(s.DISCLOSED), text=st.none() | texts, availability=availabilities)
replies = st.builds(
    c.BotReplies,
    in_reply_to=st.integers(0, 9),
    decision=st.just("answer"),
    text=texts,
    failed=st.booleans(),
    tone=st.none() | st.floats(-1, 1),
    tried=st.just((e.Tried(entry_id="faq-1", title="Hours", score=0.5),)) | st.just(()),
    hand_over=st.none() | reasons,
    availability=availabilities,
)
by_agents = [c.TakeChat, c.AgentReturns, c.AgentWrites, c.PutBack, c.LoseAgent, c.LetBotContinue, c.Resolve]
anything = st.one_of(
    starts,
    replies,
    st.builds(c.VisitorWrites, text=texts, courtesy=st.booleans(), availability=availabilities),
    st.builds(c.BotDrafts, reply=replies),
    st.builds(c.JudgeAnswer, agent=agents, in_reply_to=st.integers(0, 9), right=st.booleans(), judged=st.booleans()),
    st.builds(c.AskForPerson, reason=reasons, availability=availabilities),
    st.builds(c.RateAnswer, helped=st.booleans(), rated=ratings, availability=availabilities),
    st.builds(c.LeaveMessage, email=st.just("vera@example.org"), reference=st.uuids().map(str)),
    st.sampled_from([s.cancels, s.asks_bot, s.ends, s.closes, s.alerts, s.gives_up_mail]),
    st.builds(c.Transfer, agent=agents, to=agents),
    st.builds(c.WarnInactive, closes_at=st.just(s.NOON + 10 * s.MINUTE)),
    *[st.builds(command, agent=agents) for command in by_agents],
)


def silence(states: list[State], log: list[e.Recorded]) -> tuple[datetime | None, int]:
    """Since when Vera wants a person and hears none, and how often that was said; told from the events alone."""
    since, alerts = None, 0
    for before, item in zip(states, log, strict=False):
        if isinstance(item.event, HEARD) or _says(item.event, e.AuthorKind.AGENT):
            since, alerts = None, 0
        elif isinstance(item.event, LEFT_ALONE) or (before.status is Status.HUMAN and _wants_an_answer(item.event)):
            since = since or item.at
        alerts += isinstance(item.event, e.Unanswered)
    return since, alerts


def _says(event: e.AnyEvent, who: e.AuthorKind) -> bool:
    return isinstance(event, e.Message) and event.author_kind is who


def _wants_an_answer(event: e.AnyEvent) -> bool:
    return isinstance(event, e.Message) and _says(event, e.AuthorKind.VISITOR) and not is_courtesy(event.text)


class Conversation(RuleBasedStateMachine):
    """A real log beside the cached state, as the server keeps both."""

    def __init__(self) -> None:
        super().__init__()
        self.now = s.NOON
        self.states = [State()]
        self.log: list[e.Recorded] = []

    @property
    def state(self) -> State:
        return self.states[-1]

    @initialize(start=starts, people_first=st.booleans())
    def vera_begins(self, start: c.Start, people_first: bool) -> None:
        self.happen(replace(start, people_first=people_first))

    @rule(command=anything)
    def something_is_tried(self, command: c.Command) -> None:
        kept = self.state
        try:
            self.happen(command)
        except Refused as refusal:
            assert self.state is kept
            if isinstance(refusal, Illegal):
                assert type(command).__name__ in str(refusal) and repr(kept.status.value) in str(refusal)

    @precondition(lambda self: self.state.turns_owed)
    @rule(reply=replies, nth=st.integers(0, 5))
    def the_bot_has_its_turn(self, reply: c.BotReplies, nth: int) -> None:
        owed = self.state.turns_owed
        self.happen(replace(reply, in_reply_to=owed[nth % len(owed)]))

    @precondition(lambda self: self.state.unanswered_since)
    @rule(wait=st.sampled_from([s.MINUTE, 3 * s.MINUTE]))
    def the_clock_looks(self, wait: timedelta) -> None:
        self.now += wait
        self.something_is_tried(s.alerts)

    @rule(wait=st.sampled_from([s.MINUTE, timedelta(hours=20)]))
    def time_passes(self, wait: timedelta) -> None:
        self.now += wait

    def happen(self, command: c.Command) -> None:
        _, recorded = record(self.state, decide(self.state, command, self.now), self.now)
        for item in recorded:
            self.states.append(evolve(self.state, item))
            self.check(self.states[-2], item.event, self.states[-1])
        self.log += recorded

    def check(self, before: State, event: e.AnyEvent, after: State) -> None:
        if isinstance(event, e.Message) and event.author_kind is e.AuthorKind.BOT:
            assert before.status is Status.BOT and before.disclosed
        if before.owed and not after.owed:
            assert isinstance(event, e.OwedAnswerGiven)
        if isinstance(event, e.AgentJoined | e.AgentLeft):
            assert after.queued_at == (before.queued_at or self.now)
        assert after.version == before.version + (not isinstance(event, e.Message))

    @invariant()
    def seq_has_no_gap(self) -> None:
        assert [item.seq for item in self.log] == list(range(1, self.state.seq + 1))

    @invariant()
    def the_state_is_the_fold(self) -> None:
        assert fold(self.log) == self.state

    @precondition(lambda self: self.state.status in OPEN)
    @invariant()
    def a_person_is_one_step_away(self) -> None:
        for availability in (s.HERE, s.NOBODY):
            asked = s.after(c.AskForPerson(availability=availability), state=self.state, at=self.now)
            assert asked.status in REAL_OUTCOMES

    @invariant()
    def a_person_replies_exactly_where_one_is_named(self) -> None:
        assert (self.state.status is Status.HUMAN) == (self.state.agent is not None)
        assert not self.state.turns_owed or self.state.status is Status.BOT

    @invariant()
    def silence_is_said_once_until_somebody_answers(self) -> None:
        since, alerts = silence(self.states, self.log)
        assert (self.state.unanswered_since, self.state.late) == (since, bool(alerts)) and alerts <= 1
        assert since or self.state.status is not Status.WAITING
        if since and not alerts:
            assert s.events_of(self.state, s.alerts, since + 3 * s.MINUTE) == [e.Unanswered(since=since)]

    @invariant()
    def vera_sees_every_seq_and_nothing_for_agents(self) -> None:
        for item in self.log:
            seen = seen_by(e.Audience.ALL, item.event)
            assert isinstance(seen, Hidden) == isinstance(item.event, FOR_AGENTS)
            assert seen_by(e.Audience.AGENTS, item.event) is item.event

    @invariant()
    def storage_gives_back_what_happened(self) -> None:
        for item in self.log[-3:]:
            body: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(e.body_of(item.event)))
            assert e.restore(e.kind_of(item.event), item.event.version, body) == item.event


Conversation.TestCase.settings = settings(max_examples=80, stateful_step_count=40, deadline=None)
TestConversation = Conversation.TestCase
