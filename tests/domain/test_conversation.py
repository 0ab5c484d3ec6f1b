"""The whole table of states × commands, and what each command says."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from chat.domain import commands as c
from chat.domain import conversation as machine
from chat.domain import events as e
from chat.domain.state import Status
from tests.domain import story as s

# Where each command leads from each status. "-": no such transition; a capital letter: refused with that class.
TABLE = """
                start  bot      waiting       human    message_left  closed
starts          bot    -        -             -        -             -
writes          -      bot      waiting       human    message_left  bot
thanks          -      bot      waiting       human    message_left  closed
bot_replies     -      bot      -             -        -             -
bot_drafts      -      -        waiting       human    -             -
ana_judges      -      bot      waiting       human    message_left  closed
judges_nothing  -      Refused  Refused       Refused  Refused       Refused
asks            -      waiting  waiting       human    message_left  -
cancels         -      -        bot           -        -             -
cancels_vainly  -      -        PeopleFirst   -        -             -
leaves_address  -      -        message_left  message_left message_left -
asks_bot        -      -        -             -        bot           -
asks_bot_vainly -      -        -             -        PeopleFirst   -
rates_badly     -      waiting  waiting       human    message_left  closed
ends            -      closed   closed        closed   closed        -
ana_takes       -      human    human         human    human         -
ben_takes       -      human    human         Taken    human         -
ana_returns     -      -        NotYours      -        -             -
ana_writes      -      -        -             human    -             -
ben_writes      -      -        -             NotYours -             -
ana_puts_back   -      -        -             waiting  -             -
ana_transfers   -      -        -             waiting  -             -
ana_is_lost     -      -        -             waiting  -             -
ana_signs_out   -      -        -             waiting  -             -
ana_lets_bot    -      -        -             bot      -             -
ana_resolves    -      -        -             closed   -             -
ben_resolves    -      -        -             NotYours -             -
alerts          -      -        Refused       Refused  -             -
gives_up_mail   -      bot      waiting       human    message_left  closed
warns           -      bot      -             Refused  -             -
closes          -      Refused  -             Refused  -             -
"""
_HEAD, *_ROWS = [line.split() for line in TABLE.strip().splitlines()]
CELLS = [(row[0], status, want) for row in _ROWS for status, want in zip(_HEAD, row[1:], strict=True)]


@pytest.mark.parametrize(("name", "status", "want"), CELLS)
def test_every_command_in_every_status(name: str, status: str, want: str) -> None:
    command, state = getattr(s, name), s.SAMPLES[Status(status)]
    if want.islower():
        assert s.after(command, state=state).status == want
        return
    with pytest.raises(machine.Illegal if want == "-" else getattr(machine, want)) as refusal:
        machine.decide(state, command, s.NOON)
    if want == "-":
        assert type(command).__name__ in str(refusal.value) and repr(status) in str(refusal.value)


def test_the_table_is_whole() -> None:
    declared = {command for command in vars(c).values() if isinstance(command, type) and issubclass(command, c.Command)}
    assert {type(getattr(s, row[0])) for row in _ROWS} == set(machine.RULES)
    assert declared - {c.Command, c.AgentCommand, c.BackToBot} == set(machine.RULES)
    assert list(Status) == _HEAD


def kinds(events: list[e.AnyEvent]) -> list[str]:
    return [e.kind_of(event) for event in events]


def test_the_first_message_comes_after_its_disclosure() -> None:
    _, log = s.happens(s.starts)
    assert [(item.seq, e.kind_of(item.event)) for item in log] == [(1, "disclosure_shown"), (2, "message")]


def test_vera_may_begin_by_asking_for_a_person() -> None:
    events = s.events_of(s.SAMPLES[Status.START], replace(s.starts, text=None))
    assert kinds(events) == ["disclosure_shown", "handoff_requested", "handoff_packet"]


def test_people_first_sites_queue_the_first_message() -> None:
    state, log = s.happens(replace(s.starts, people_first=True))
    assert state.status is Status.WAITING
    assert [item.event for item in log[2:]] == [
        e.HandoffRequested(notice=e.Notice.PEOPLE_FIRST, agents_here=True),
        e.HandoffPacket(reason=e.Reason.PEOPLE_FIRST, question="When are you open?", page="/hours"),
    ]


def test_nobody_there_is_said_with_the_time_of_return() -> None:
    requested = s.events_of(s.SAMPLES[Status.BOT], c.AskForPerson(availability=s.NOBODY))[0]
    assert requested == e.HandoffRequested(notice=e.Notice.ASKED, agents_here=False, back_at=s.NOBODY.back_at)


def test_the_packet_spares_vera_from_saying_it_twice() -> None:
    tried = (e.Tried(entry_id="faq-1", title="Opening hours", score=0.4),)
    gives_up = replace(s.bot_replies, text="", tried=tried, tone=-0.6, quote="useless", hand_over=e.Reason.FRUSTRATION)
    assert s.events_of(s.SAMPLES[Status.BOT], gives_up)[-1] == e.HandoffPacket(
        reason=e.Reason.FRUSTRATION,
        quote="useless",
        question="When are you open?",
        tried=tried,
        tone=-0.6,
        page="/hours",
    )


def packet_of(*commands: c.Command) -> e.HandoffPacket:
    """The last one of this story."""
    log = s.happens(*commands)[1]
    return next(item.event for item in reversed(log) if isinstance(item.event, e.HandoffPacket))


@pytest.mark.parametrize("again", [s.asks, s.ana_takes])
def test_who_cancelled_and_asks_again_need_not_say_it_again_either(again: c.Command) -> None:
    tried = (e.Tried(entry_id="faq-1", title="Opening hours", score=0.4),)
    first = packet_of(s.starts, replace(s.bot_replies, tried=tried), s.asks)
    second = packet_of(s.starts, replace(s.bot_replies, tried=tried), s.asks, s.cancels, again)
    assert (second.question, second.tried) == (first.question, first.tried) == ("When are you open?", tried)


def test_a_request_for_a_person_is_not_what_was_asked() -> None:
    requests = replace(s.writes, text="A person, please!")
    hears = replace(s.bot_replies, in_reply_to=3, text="", quote="A person, please", hand_over=e.Reason.ASKED)
    assert packet_of(s.starts, requests, hears).question == "When are you open?"
    assert packet_of(s.starts, requests, hears, s.cancels, s.asks).question == "When are you open?"


def test_after_the_end_the_next_question_counts() -> None:
    assert packet_of(s.starts, s.asks, s.ends, s.writes, s.asks).question == "And on Sunday?"


@pytest.mark.parametrize("reason", e.Reason)
def test_vera_is_never_told_the_internal_reason(reason: e.Reason) -> None:
    requested, packet = s.events_of(s.SAMPLES[Status.BOT], c.AskForPerson(reason=reason, availability=s.HERE))
    assert isinstance(requested, e.HandoffRequested) and requested.audience is e.Audience.ALL
    assert isinstance(packet, e.HandoffPacket) and packet.audience is e.Audience.AGENTS


def test_the_loser_of_a_race_is_told_by_whom() -> None:
    with pytest.raises(machine.Taken) as lost:
        s.after(s.ben_takes, state=s.SAMPLES[Status.HUMAN])
    assert lost.value.by == s.ANA


@pytest.mark.parametrize("command", [s.asks, s.ana_takes])
def test_what_is_already_so_adds_nothing(command: c.Command) -> None:
    assert s.events_of(s.SAMPLES[Status.HUMAN], command) == []


def test_an_agent_stepping_in_shows_why() -> None:
    events = s.events_of(s.SAMPLES[Status.BOT], s.ana_takes)
    assert kinds(events) == ["handoff_requested", "handoff_packet", "agent_joined"]


def test_the_bot_has_one_turn_for_a_message() -> None:
    with pytest.raises(machine.StaleTurn):
        s.after(s.starts, s.bot_replies, s.bot_replies)


def test_a_turn_is_stale_once_a_person_was_asked_for() -> None:
    with pytest.raises(machine.StaleTurn):
        s.after(s.starts, s.asks, s.cancels, s.bot_replies)


def test_only_the_bots_answers_are_rated() -> None:
    by_ana = e.Message(author_kind=e.AuthorKind.AGENT, author=s.ANA, text="Hello")
    with pytest.raises(machine.Refused):
        s.after(replace(s.rates_badly, rated=by_ana), state=s.SAMPLES[Status.BOT])


def test_letting_the_bot_continue_is_a_visible_boundary() -> None:
    events = s.events_of(s.SAMPLES[Status.HUMAN], s.ana_lets_bot)
    assert kinds(events) == ["agent_left", "bot_resumed"]


def test_writing_within_a_day_reopens() -> None:
    events = s.events_of(s.SAMPLES[Status.CLOSED], s.writes, s.NOON + timedelta(hours=24))
    assert kinds(events) == ["conversation_reopened", "message"]


def test_writing_later_starts_anew() -> None:
    with pytest.raises(machine.Over):
        s.events_of(s.SAMPLES[Status.CLOSED], s.writes, s.NOON + timedelta(hours=24, seconds=1))


def test_reopening_where_people_come_first_hands_over_what_was_just_asked() -> None:
    packet = s.events_of(s.SAMPLES[Status.CLOSED], replace(s.writes, people_first=True))[-1]
    assert packet == e.HandoffPacket(reason=e.Reason.PEOPLE_FIRST, question="And on Sunday?", page="/visit")


def test_a_chat_closes_only_after_the_warned_time() -> None:
    warned = s.after(s.starts, s.warns)
    assert s.after(s.closes, state=warned, at=s.NOON + 10 * s.MINUTE).status is Status.CLOSED
    with pytest.raises(machine.Refused):
        s.after(s.closes, state=warned, at=s.NOON + 9 * s.MINUTE)


def test_a_visitor_who_waits_for_an_answer_is_not_the_inactive_one() -> None:
    with pytest.raises(machine.Refused):
        s.after(s.warns, state=s.SAMPLES[Status.HUMAN])
    assert s.after(s.ana_writes, s.warns, state=s.SAMPLES[Status.HUMAN]).closes_at


def test_leaving_a_message_gives_a_held_chat_back() -> None:
    state = s.after(s.leaves_address, state=s.SAMPLES[Status.HUMAN])
    assert (state.status, state.agent) == (Status.MESSAGE_LEFT, None)
    assert state.owed and state.owed.reference == "K7-4F"
