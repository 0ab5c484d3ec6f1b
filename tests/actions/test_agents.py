"""What agents do in a conversation, and how they lose it."""

from __future__ import annotations

import pytest

from chat import presence, queries
from chat.models import Site
from chat.wire import client_frames as f
from chat.wire.limits import LEASE
from tests import cast
from tests.cast import MINUTE, NOON, SECOND, Visitor, cmid, hire, is_true, kinds, refused, said

pytestmark = pytest.mark.django_db
LATER = NOON + LEASE * SECOND + SECOND


def queue(site: Site) -> list[str]:
    return [conversation for _, conversation, _ in queries.queue(site)]


def test_who_comes_second_is_told_by_whom_it_was_taken(vera: cast.Visitor, ana: cast.Agent, ben: cast.Agent) -> None:
    chat = vera.waits()
    ana.takes(chat)
    with refused("taken", by="Ana"):
        ben.takes(chat)
    with refused("not_yours"):
        ben.writes(chat)


def test_taking_ones_own_chat_changes_nothing(vera: cast.Visitor, ana: cast.Agent) -> None:
    chat = vera.waits()
    joined = ana.takes(chat).seq
    assert ana.takes(chat).seq == joined == vera.chat.top_seq


def test_an_agent_may_step_in_while_the_bot_talks(vera: cast.Visitor, ana: cast.Agent) -> None:
    vera.says()
    ana.takes(vera.chat)
    assert kinds(vera.chat)[2:] == ["handoff_requested", "handoff_packet", "agent_joined"]
    assert vera.chat.state.reason == "supervisor"


def test_put_back_keeps_the_place_in_the_queue(vera: cast.Visitor, ana: cast.Agent, site: Site) -> None:
    chat = vera.waits()
    later = Visitor(site).waits(now=NOON + MINUTE)
    ana.takes(chat)
    ana.puts_back(chat)
    assert queue(site) == [str(chat), str(later)]


def test_a_transfer_is_reserved_for_the_colleague(vera: cast.Visitor, ana: cast.Agent, ben: cast.Agent) -> None:
    chat = vera.waits()
    ana.takes(chat)
    ana.transfers(chat, to=ben)
    assert vera.chat.state.reserved_for and vera.chat.state.reserved_for.name == "Ben"


def test_nobody_transfers_to_another_sites_agent(vera: cast.Visitor, ana: cast.Agent, charlie: cast.Agent) -> None:
    chat = vera.waits()
    ana.takes(chat)
    with refused("not_found"):
        ana.transfers(chat, to=charlie)


def test_the_bot_continues_and_owes_the_next_message_a_turn(vera: cast.Visitor, ana: cast.Agent) -> None:
    chat = vera.waits()
    ana.takes(chat)
    ana.does(f.LetBot(cmid=cmid(), conversation=str(chat)))
    vera.says("And on Sunday?")
    assert vera.chat.status == "bot" and chat.turns_owed.get().seq == vera.chat.top_seq


def test_a_goodbye_is_said_before_the_end(vera: cast.Visitor, ana: cast.Agent) -> None:
    chat = vera.waits()
    ana.takes(chat)
    ana.resolves(chat, " Goodbye, Vera. ")
    assert said(chat)[-1] == "Goodbye, Vera." and kinds(chat)[-1] == "conversation_closed"


# --- leases ----------------------------------------------------------------------------------------------------------
def test_a_lease_that_ran_out_puts_the_chat_back_at_its_place(vera: cast.Visitor, ana: cast.Agent, site: Site) -> None:
    chat = vera.waits()
    later = Visitor(site).waits(now=NOON + MINUTE)
    ana.arrives()
    ana.takes(chat)
    presence.expire(LATER)
    assert kinds(chat)[-1] == "agent_left" and queue(site) == [str(chat), str(later)]
    assert is_true(chat)


def test_a_renewed_lease_keeps_the_chat(vera: cast.Visitor, ana: cast.Agent) -> None:
    chat = vera.waits()
    ana.arrives()
    ana.takes(chat)
    presence.renew(ana.membership, NOON + 30 * SECOND)
    presence.expire(LATER)
    assert vera.chat.agent == ana.membership


def test_a_lost_agent_who_returns_has_the_chat_again(vera: cast.Visitor, ana: cast.Agent) -> None:
    chat = vera.waits()
    ana.arrives()
    ana.takes(chat)
    presence.expire(LATER)
    ana.arrives(now=LATER + MINUTE)
    assert kinds(chat)[-2:] == ["agent_left", "agent_joined"] and vera.chat.agent == ana.membership


def test_what_a_colleague_took_meanwhile_stays_the_colleagues(
    vera: cast.Visitor, ana: cast.Agent, ben: cast.Agent
) -> None:
    chat = vera.waits()
    ana.arrives()
    ana.takes(chat)
    presence.expire(LATER)
    ben.takes(chat, now=LATER)
    ana.arrives(now=LATER + MINUTE)
    assert vera.chat.agent == ben.membership


def test_what_an_agent_put_back_does_not_return(vera: cast.Visitor, ana: cast.Agent) -> None:
    chat = vera.waits()
    ana.takes(chat)
    ana.puts_back(chat)
    ana.arrives(now=LATER)
    assert vera.chat.status == "waiting"


def test_taking_no_more_chats_keeps_those_that_one_has(vera: cast.Visitor, ana: cast.Agent) -> None:
    chat = vera.waits()
    ana.arrives()
    ana.takes(chat)
    presence.set_available(ana.membership, on=False)
    presence.expire(NOON + SECOND)
    ana.writes(chat, "I finish what I began.")
    assert vera.chat.agent == ana.membership and not queries.availability(vera.site, NOON).open


def test_away_is_still_away_after_a_reconnect_and_the_chats_are_hers_again(vera: cast.Visitor, ana: cast.Agent) -> None:
    chat = vera.waits()
    ana.arrives()
    ana.takes(chat)
    presence.set_available(ana.membership, on=False)
    presence.expire(LATER)
    assert vera.chat.status == "waiting"
    ana.arrives(now=LATER + MINUTE)
    assert vera.chat.agent == ana.membership and not queries.is_available(ana.membership)


def test_going_offline_gives_each_open_chat_back_to_its_place(vera: cast.Visitor, ana: cast.Agent, site: Site) -> None:
    chats = [vera.waits(), *[Visitor(site).waits(now=NOON + n * MINUTE) for n in (1, 2)]]
    ana.arrives()
    for chat in (chats[2], chats[0]):
        ana.takes(chat)
    ana.puts_back(chats[2])
    presence.leave(ana.membership, LATER)
    assert queue(site) == [str(chat) for chat in chats]


def test_signing_out_gives_chats_back_at_once(vera: cast.Visitor, ana: cast.Agent) -> None:
    chat = vera.waits()
    ana.arrives()
    ana.takes(chat)
    presence.leave(ana.membership, NOON)
    assert vera.chat.status == "waiting" and not queries.agents_here(vera.site, NOON)


def test_the_chat_of_an_agent_who_was_removed_goes_back(vera: cast.Visitor, site: Site) -> None:
    chat, zoe = vera.waits(), hire(site, "Zoe")
    zoe.takes(chat)
    zoe.membership.user.delete()
    presence.expire(NOON)
    assert kinds(chat)[-1] == "agent_left" and vera.chat.status == "waiting"
