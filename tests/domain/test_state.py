"""What the fold remembers, and for how long."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from chat.domain import commands as c
from chat.domain import conversation as machine
from chat.domain import events as e
from chat.domain.state import MEMORY, State, Status, evolve, fold
from tests.domain import story as s

LATER = s.NOON + 5 * s.MINUTE


@pytest.mark.parametrize("story", s.STORIES.values(), ids=s.STORIES)
def test_the_state_is_the_fold_of_its_events(story: tuple[c.Command, ...]) -> None:
    state, log = s.happens(*story)
    assert fold(log) == state
    assert fold(log[2:], fold(log[:2])) == state


@pytest.mark.parametrize("seq", [0, 1, 3])
def test_a_gap_is_never_folded(seq: int) -> None:
    state = replace(State(), seq=1)
    with pytest.raises(ValueError, match="expected seq 2"):
        evolve(state, e.Recorded(seq=seq, at=s.NOON, event=e.ConversationReopened()))


def test_only_plain_messages_leave_the_version_alone() -> None:
    before = s.SAMPLES[Status.HUMAN]
    assert s.after(s.writes, s.ana_writes, state=before).version == before.version
    assert s.after(s.ana_puts_back, state=before).version == before.version + 1


@pytest.mark.parametrize("departure", [s.ana_puts_back, s.ana_transfers, s.ana_is_lost, s.ana_signs_out])
def test_a_chat_that_goes_back_keeps_its_queue_time(departure: c.Command) -> None:
    state = s.after(departure, state=s.SAMPLES[Status.HUMAN], at=LATER)
    assert (state.status, state.queued_at, state.agent) == (Status.WAITING, s.NOON, None)


def test_a_transfer_is_reserved_for_the_colleague() -> None:
    assert s.after(s.ana_transfers, state=s.SAMPLES[Status.HUMAN]).reserved_for == s.BEN


@pytest.mark.parametrize("goes", [s.ana_is_lost, s.ana_signs_out])
def test_an_agent_who_comes_back_gets_her_chat_back_if_nobody_took_it(goes: c.Command) -> None:
    lost = s.after(goes, state=s.SAMPLES[Status.HUMAN])
    assert s.after(s.ana_returns, state=lost).agent == s.ANA
    with pytest.raises(machine.Illegal):
        s.after(s.ben_takes, s.ana_returns, state=lost)


def test_an_agent_who_put_back_does_not_return() -> None:
    with pytest.raises(machine.NotYours):
        s.after(s.ana_puts_back, s.ana_returns, state=s.SAMPLES[Status.HUMAN])


@pytest.mark.parametrize(
    "story",
    [
        [s.asks_bot],
        [s.asks_bot, s.asks],
        [s.asks_bot, s.asks, s.cancels],
        [s.ends],
        [s.ends, s.writes],
        [s.ana_takes, s.ana_puts_back],
        [s.ana_takes, s.ana_lets_bot],
    ],
)
def test_an_owed_answer_stays_owed(story: list[c.Command]) -> None:
    owed = s.after(*s.OWED, *story).owed
    assert owed is not None and owed.reference == "K7-4F"


@pytest.mark.parametrize("story", [[s.ana_takes, s.ana_writes], [s.ends, s.ana_writes]])
def test_an_agents_words_give_the_owed_answer(story: list[c.Command]) -> None:
    state, log = s.happens(*s.OWED, *story)
    assert state.owed is None
    assert log[-1].event == e.OwedAnswerGiven(reference="K7-4F")


def test_correcting_the_address_keeps_the_reference() -> None:
    state = s.after(*s.OWED, c.LeaveMessage(email="vera@example.com", reference="another"))
    assert state.owed is not None
    assert (state.owed.reference, state.owed.email) == ("K7-4F", "vera@example.com")


def test_leaving_the_same_address_twice_changes_nothing() -> None:
    owed = s.after(*s.OWED)
    assert machine.decide(owed, replace(s.leaves_address, reference="another"), s.NOON) == []


def test_an_owed_answer_is_not_resolved_away() -> None:
    taken = s.after(*s.OWED, s.ana_takes)
    with pytest.raises(machine.AnswerOwed):
        s.after(replace(s.ana_resolves, goodbye="  "), state=taken)
    assert s.after(replace(s.ana_resolves, goodbye="We open at nine."), state=taken).owed is None


def test_joining_gives_an_owed_answer_without_a_second_handoff() -> None:
    log = s.happens(*s.OWED, s.asks_bot, s.ana_takes)[1]
    assert [e.kind_of(item.event) for item in log[-2:]] == ["bot_resumed", "agent_joined"]


@pytest.mark.parametrize("activity", [s.writes, s.asks, s.ana_takes])
def test_activity_takes_the_warning_back(activity: c.Command) -> None:
    assert s.after(*s.OWED, s.asks_bot, s.warns, activity).closes_at is None


def test_the_bot_starts_afresh_when_it_resumes() -> None:
    failed = replace(s.bot_replies, failed=True, hand_over=e.Reason.NO_ANSWER)
    resumed = s.after(s.starts, failed, s.cancels)
    assert (resumed.failures, resumed.questions, resumed.answered, resumed.reason) == (0, (), (), None)


def test_a_reference_is_known_for_ever() -> None:
    again = replace(s.leaves_address, reference="9B-2X")
    state = s.after(*s.OWED, s.ana_takes, s.ana_writes, s.ana_puts_back, again)
    assert state.references == ("K7-4F", "9B-2X")


def test_reopening_is_a_fresh_start_too() -> None:
    reopened = s.after(s.starts, replace(s.bot_replies, failed=True), s.ends, s.writes)
    assert (reopened.failures, reopened.questions, reopened.closed_at) == (0, ("And on Sunday?",), None)


def test_failures_count_until_an_answer_fits() -> None:
    failed = s.after(s.starts, replace(s.bot_replies, failed=True))
    assert failed.failures == 1
    assert s.after(s.writes, replace(s.bot_replies, in_reply_to=5), state=failed).failures == 0


def test_a_courtesy_in_between_forgives_no_failure() -> None:
    failed = s.after(s.starts, replace(s.bot_replies, failed=True), s.writes)
    assert s.after(replace(s.bot_replies, in_reply_to=5, decision="thanks"), state=failed).failures == 1


def test_the_memory_is_short() -> None:
    state = s.after(s.starts, *[replace(s.writes, text=f"Question {n}") for n in range(10)])
    assert len(state.questions) == MEMORY and state.questions[-1] == "Question 9"
    assert state.turns_owed == tuple(range(2, 13))


@pytest.mark.parametrize("status", [Status.WAITING, Status.HUMAN, Status.MESSAGE_LEFT])
def test_words_for_a_person_owe_the_bot_no_turn(status: Status) -> None:
    assert s.after(s.writes, state=s.SAMPLES[status]).turns_owed == ()
