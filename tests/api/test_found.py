"""Agents find any chat of their site again, closed ones too."""

from __future__ import annotations

import pytest

from chat.models import Conversation, Site
from chat.wire.limits import FOUND_ROWS
from tests import cast
from tests.api.http import Console

pytestmark = [pytest.mark.django_db, pytest.mark.contract]


@pytest.fixture
def closed(vera: cast.Visitor, ana: cast.Agent) -> Conversation:
    """Vera asked about glaze, left her address, was answered and said goodbye to."""
    vera.says("Is the Grüne glaze safe for food?")
    vera.asks_for_person()
    vera.leaves_message("vera@lind.example")
    ana.takes(vera.chat)
    vera.says("And the spout?")
    ana.writes(vera.chat, "Both are.")
    ana.resolves(vera.chat, "Then until the market on Saturday!")
    return vera.chat


def found(agent: cast.Agent, query: str, **more: object) -> list[str]:
    frame = Console(agent).get("conversations/found/", q=query, **more)[0]
    assert frame["type"] == "found"
    return [row["conversation"] for row in frame["rows"]]


@pytest.mark.parametrize("query", ["vera@lind", "GLAZE food", "grune", "market saturday", "spout"])
def test_a_closed_chat_is_found_by_its_words(query: str, closed: Conversation, ana: cast.Agent) -> None:
    assert found(ana, query) == [str(closed)]


def test_a_reference_finds_its_chat_also_after_the_answer(closed: Conversation, ana: cast.Agent) -> None:
    (reference,) = closed.state.references
    assert closed.reference == "" and len(reference) == 7
    for typed in (reference, reference.lower().replace("-", ""), closed.visitor.label):
        assert found(ana, typed) == [str(closed)]


@pytest.mark.parametrize("query", ["glaze submarine", "", "   ", "%", "_", "x" * 10_000])
def test_every_word_must_occur(query: str, closed: Conversation, ana: cast.Agent) -> None:
    assert found(ana, query) == []


def test_a_row_says_what_it_is(closed: Conversation, ana: cast.Agent) -> None:
    row = Console(ana).get("conversations/found/", q="glaze")[0]["rows"][0]
    assert (row["status"], row["question"]) == ("closed", "Is the Grüne glaze safe for food?")


def test_what_was_said_just_now_is_found(vera: cast.Visitor, ana: cast.Agent) -> None:
    vera.waits()
    ana.takes(vera.chat)
    assert found(ana, "spout") == []
    vera.says("The spout came off")
    assert found(ana, "spout") == [str(vera.chat)]
    ana.writes(vera.chat, "In the post?")
    assert found(ana, "spout post") == [str(vera.chat)]


def test_many_come_page_by_page_newest_first(site: Site, ana: cast.Agent) -> None:
    chats = [cast.Visitor(site).waits() for _ in range(FOUND_ROWS + 1)]
    newest_first = [str(chat) for chat in reversed(chats)]
    page = Console(ana).get("conversations/found/", q="open")[0]
    assert page["more"] and [row["conversation"] for row in page["rows"]] == newest_first[:FOUND_ROWS]
    assert found(ana, "open", before=newest_first[FOUND_ROWS - 1]) == newest_first[FOUND_ROWS:]


def test_another_sites_chats_are_not_there(closed: Conversation, charlie: cast.Agent) -> None:
    assert found(charlie, "glaze") == []
    refused = Console(charlie).get("conversations/found/", q="glaze", before=str(closed))[0]
    assert refused["code"] == "not_found"


def test_a_character_that_no_database_stores_is_refused(ana: cast.Agent) -> None:
    assert Console(ana).get("conversations/found/", q="a\x00b")[0]["code"] == "bad_field"


def test_the_waiting_row_carries_what_the_bot_was_asked(vera: cast.Visitor, ana: cast.Agent) -> None:
    vera.waits()
    row = Console(ana).get("conversations/")[0]["rows"][0]
    assert (row["status"], row["question"]) == ("waiting", cast.QUESTION)
