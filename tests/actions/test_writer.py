"""Messages committed together: what one batch may hold, and whom it leaves alone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.db import OperationalError

from chat.actions import agent, append, system, visitor
from chat.actions.append import Appended, Left, commit
from chat.actions.chain import Append
from chat.actions.folds import Folds
from chat.actions.refusals import refusal
from chat.actions.turns import Turn
from chat.delivery.together import Busy
from chat.delivery.writer import Writer
from chat.domain.commands import Availability, BotReplies
from chat.models import BotTurnOwed, Conversation
from chat.wire import client_frames as f
from tests import cast
from tests.cast import ANSWER, NOON, QUESTION, at_once, cmid, is_true, said

pytestmark = [pytest.mark.django_db, pytest.mark.contract]


def from_vera(vera: cast.Visitor, text: str = "Hello?", *, key: str = "", chat: Conversation | None = None) -> Append:
    frame = f.VisitorSend(cmid=key or cmid(), text=text)
    return visitor.append(vera.actor, chat or vera.chat, frame, now=NOON)


def from_agent(person: cast.Agent, chat: Conversation, text: str = "Ana here.") -> Append:
    return agent.append(person.actor, f.AgentSend(cmid=cmid(), conversation=str(chat), text=text), now=NOON)


def from_bot(chat: Conversation, seq: int) -> Append:
    turn = Turn.of(chat.events.get(seq=seq))
    return system.bot_append(turn, chat.site_id, the_answer(seq), NOON)


def the_answer(seq: int) -> BotReplies:
    nobody = Availability(agents_here=False)
    return BotReplies(in_reply_to=seq, decision="answer", text=ANSWER, availability=nobody)


def answers(*batch: Append) -> list[Any]:
    """Of each: its seq, or to whom it is left."""
    found = commit(batch).answers
    return [answer.seq if isinstance(answer := found[each], Appended) else answer for each in batch]


@pytest.fixture
def chat(vera: cast.Visitor, ana: cast.Agent) -> Conversation:
    """Ana's, five events long."""
    ana.takes(vera.waits())
    return vera.chat


def test_one_batch_holds_both_sides_in_order(vera: cast.Visitor, ana: cast.Agent, chat: Conversation) -> None:
    assert answers(from_vera(vera), from_agent(ana, chat), from_vera(vera, "And today?")) == [6, 7, 8]
    assert said(chat)[1:] == ["Hello?", "Ana here.", "And today?"] and is_true(chat)


def test_twice_in_one_batch_it_is_stored_once(vera: cast.Visitor, chat: Conversation) -> None:
    once, twice = from_vera(vera, key=(same := cmid())), from_vera(vera, key=same)
    assert answers(once, twice) == [6, Left.AGAIN]
    assert answers(twice) == [6] and chat.events.count() == 6


def test_whoever_sends_it_again_changes_nothing_for_others(vera: cast.Visitor, chat: Conversation) -> None:
    first = from_vera(vera)
    commit([first])
    assert answers(first, new := from_vera(vera, "New")) == [6, Left.AGAIN]
    assert answers(new) == [7] and is_true(chat)


def test_other_words_under_the_same_cmid_are_left_to_the_plain_path(vera: cast.Visitor, chat: Conversation) -> None:
    commit([from_vera(vera, key=(same := cmid()))])
    assert answers(from_vera(vera, "Something else", key=same)) == [Left.PLAIN]


def test_what_another_process_moved_is_read_anew_and_holds_up_nobody(
    vera: cast.Visitor, ana: cast.Agent, chat: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = cast.Visitor(vera.site)
    other.says()
    commit([from_vera(vera)])
    monkeypatch.setattr("chat.actions.store.folds", Folds())
    ana.puts_back(chat)
    assert answers(late := from_vera(vera), from_vera(other)) == [Left.AGAIN, 3]
    assert answers(late) == [8] and is_true(chat)


def closes(ana: cast.Agent, chat: Conversation) -> None:
    ana.resolves(chat)


def leaves_an_address(ana: cast.Agent, chat: Conversation) -> None:
    chat.visitor.email = "vera@example.org"
    chat.visitor.save()


@pytest.mark.parametrize("first", [closes, leaves_an_address])
def test_what_is_more_than_a_message_is_left_to_the_plain_path(
    first: Callable[[cast.Agent, Conversation], None], ana: cast.Agent, chat: Conversation
) -> None:
    first(ana, chat)
    assert answers(from_agent(ana, chat)) == [Left.PLAIN] and is_true(chat)


def test_nobody_writes_where_it_is_not_theirs(
    vera: cast.Visitor, ben: cast.Agent, carl: cast.Visitor, charlie: cast.Agent, chat: Conversation
) -> None:
    carl.says()
    strangers = from_agent(ben, chat), from_agent(charlie, chat), from_vera(carl, chat=chat)
    assert answers(*strangers) == [Left.PLAIN] * 3 and chat.events.count() == 5


def test_the_bot_owes_a_turn_for_each_message(vera: cast.Visitor) -> None:
    vera.says()
    commit([from_vera(vera), from_vera(vera)])
    assert list(BotTurnOwed.objects.order_by("seq").values_list("seq", flat=True)) == [2, 3, 4]


def test_the_bots_turn_is_stored_whole_and_owed_no_more(vera: cast.Visitor) -> None:
    vera.says()
    assert answers(from_bot(vera.chat, 2), from_vera(vera)) == [3, 5]
    assert said(vera.chat) == [QUESTION, ANSWER, "Hello?"] and is_true(vera.chat)
    assert list(BotTurnOwed.objects.values_list("seq", flat=True)) == [5]


def test_the_bot_is_left_to_the_plain_path_once_a_person_was_asked_for(vera: cast.Visitor) -> None:
    turn = from_bot(vera.waits(), 2)
    assert answers(turn) == [Left.PLAIN] and said(vera.chat) == [QUESTION]


def test_only_the_latest_folds_are_kept(vera: cast.Visitor, carl: cast.Visitor) -> None:
    folds = Folds(kept=1)
    vera.says()
    carl.says()
    folds.load([str(vera.chat)])
    folds.load([str(carl.chat)])
    assert len(folds) == 1 and folds.get(str(carl.chat))


# --- several at once -------------------------------------------------------------------------------------------------
def sends(batch: list[Append]) -> list[Any]:
    """As the writer does: once more, then it is the plain path's."""
    found = answers(*batch)
    again = [each for each, answer in zip(batch, found, strict=True) if answer is Left.AGAIN]
    return found if not again else [*(answer for answer in found if answer is not Left.AGAIN), *answers(*again)]


@pytest.mark.django_db(transaction=True)
def test_batches_of_two_processes_and_the_plain_path_make_one_list(
    vera: cast.Visitor, ana: cast.Agent, chat: Conversation
) -> None:
    other = cast.Visitor(vera.site)
    other.says()
    batches = [[from_vera(vera), from_vera(other), from_agent(ana, chat)], [from_vera(other), from_vera(vera)]]
    at_once(*[partial(sends, batch) for batch in [*batches, *batches]], vera.says, lambda: ana.writes(chat))
    assert is_true(chat) and is_true(other.chat)
    stored = [row.cmid for row in [*chat.events.exclude(cmid=None), *other.chat.events.exclude(cmid=None)]]
    assert len(stored) == len(set(stored))


@pytest.mark.django_db(transaction=True)
def test_a_turn_that_several_give_at_once_counts_once(vera: cast.Visitor) -> None:
    vera.says()
    twice = [partial(sends, [from_bot(vera.chat, 2), from_vera(vera)]) for _ in range(2)]
    at_once(*twice, lambda: system.bot_replies(vera.chat, the_answer(2), NOON))
    assert said(vera.chat).count(ANSWER) == 1 and is_true(vera.chat)
    assert not BotTurnOwed.objects.filter(seq=2).exists()


# --- the writer ------------------------------------------------------------------------------------------------------
def write(batch: list[Append], writer: Writer | None = None) -> list[Any]:
    """Through a running writer, all handed over at the same moment; it is then stopped without waiting."""
    mine = writer or Writer()

    async def run() -> list[Any]:
        mine.start()
        waiting = asyncio.gather(*map(mine.append, batch), return_exceptions=True)
        await asyncio.sleep(0)
        await mine.stop()
        return await waiting

    return asyncio.run(run())


@pytest.fixture
def commits(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The size of each batch from here on."""
    sizes: list[int] = []

    def counted(batch: list[Append]) -> append.Committed:
        sizes.append(len(batch))
        return commit(batch)

    monkeypatch.setattr(append, "commit", counted)
    return sizes


@pytest.mark.django_db(transaction=True)
def test_what_queued_together_is_committed_together(vera: cast.Visitor, chat: Conversation, commits: list[int]) -> None:
    found = write([from_vera(vera, f"Message {n}") for n in range(20)])
    assert [answer.seq for answer in found] == list(range(6, 26))
    assert commits == [20] and is_true(chat)


@pytest.mark.django_db(transaction=True)
def test_what_the_writer_leaves_it_says_so(vera: cast.Visitor, chat: Conversation) -> None:
    vera.does(f.End(cmid=cmid()))
    assert write([from_vera(vera)]) == [None]


@pytest.mark.django_db(transaction=True)
def test_too_many_are_asked_to_try_again(vera: cast.Visitor, chat: Conversation) -> None:
    stored, busy = write([from_vera(vera), from_vera(vera)], Writer(waiting=1))
    assert stored.seq == 6 and isinstance(busy, Busy)
    assert (refusal(busy).code, refusal(busy).retry_after) == ("unavailable", 2.0)


@pytest.mark.django_db(transaction=True)
def test_without_a_database_everybody_is_told(
    vera: cast.Visitor, chat: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(batch: object) -> None:
        raise OperationalError

    monkeypatch.setattr(append, "commit", fails)
    assert [type(answer) for answer in write([from_vera(vera)] * 3)] == [OperationalError] * 3


def test_where_no_writer_runs_everything_is_the_plain_paths(vera: cast.Visitor) -> None:
    vera.says(QUESTION)
    assert asyncio.run(Writer().append(from_vera(vera))) is None
