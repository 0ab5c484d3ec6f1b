"""Nobody who wants a person is left in silence: from when, until when, and that it is said once."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from chat.domain import commands as c
from chat.domain import events as e
from chat.domain.conversation import Refused
from chat.domain.state import State, Status
from tests.domain import story as s

SECOND = timedelta(seconds=1)
DUE = s.NOON + 3 * s.MINUTE

waiting, held = s.SAMPLES[Status.WAITING], s.SAMPLES[Status.HUMAN]
answered = s.after(s.ana_writes, state=held)
alerted = s.after(s.alerts, state=held, at=DUE)


@pytest.mark.parametrize("state", [waiting, held], ids=["in the queue", "claimed, but not a word"])
def test_after_three_minutes_it_is_said_since_when(state: State) -> None:
    assert s.events_of(state, s.alerts, DUE) == [e.Unanswered(since=s.NOON)]


@pytest.mark.parametrize(("state", "at"), [(held, DUE - SECOND), (alerted, DUE + s.MINUTE), (answered, DUE)])
def test_not_early_not_twice_and_not_when_answered(state: State, at: datetime) -> None:
    with pytest.raises(Refused):
        s.events_of(state, s.alerts, at)


def test_a_clock_that_was_set_back_silences_no_alarm() -> None:
    assert s.events_of(waiting, s.alerts, s.NOON - 60 * s.MINUTE)
    with pytest.raises(Refused):
        s.events_of(waiting, s.alerts, s.NOON - s.MINUTE)


def test_a_persons_word_ends_the_alarm_and_the_next_question_may_raise_another() -> None:
    state = s.after(s.ana_writes, s.writes, state=alerted, at=DUE + s.MINUTE)
    assert (state.late, state.unanswered_since) == (False, DUE + s.MINUTE)
    assert s.events_of(state, s.alerts, DUE + 4 * s.MINUTE)


def test_asking_again_does_not_set_the_clock_back() -> None:
    asked = s.after(s.writes, state=answered, at=s.NOON + s.MINUTE)
    again = s.after(s.writes, state=asked, at=s.NOON + 2 * s.MINUTE)
    assert again.unanswered_since == s.NOON + s.MINUTE


def test_thanks_want_no_answer() -> None:
    assert s.after(c.VisitorWrites(text="thank you!", availability=s.HERE), state=answered).unanswered_since is None
    assert s.after(c.VisitorWrites(text="thank you!", availability=s.HERE), state=held).unanswered_since == s.NOON


@pytest.mark.parametrize("leaves", [s.ana_puts_back, s.ana_transfers, s.ana_is_lost])
def test_in_the_queue_again_vera_waits_from_when_she_was_left(leaves: c.Command) -> None:
    state = s.after(leaves, state=answered, at=DUE)
    assert (state.queued_at, state.unanswered_since) == (s.NOON, DUE)


@pytest.mark.parametrize("leaves", [s.ana_puts_back, s.ana_transfers, s.ana_is_lost])
def test_an_alarm_outlasts_being_handed_around(leaves: c.Command) -> None:
    state = s.after(leaves, s.ben_takes, state=alerted)
    assert (state.late, state.unanswered_since) == (True, s.NOON)


@pytest.mark.parametrize("ending", [s.leaves_address, s.ana_lets_bot, s.ends, s.ana_resolves])
def test_whoever_waits_no_longer_alarms_nobody(ending: c.Command) -> None:
    state = s.after(ending, state=alerted)
    assert (state.late, state.unanswered_since) == (False, None)


def test_a_second_handoff_has_an_alarm_of_its_own() -> None:
    state = s.after(s.ana_lets_bot, s.asks, state=alerted, at=DUE)
    assert (state.late, state.unanswered_since) == (False, DUE)
