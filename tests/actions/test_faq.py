"""An edited FAQ entry answers from the next question on."""

from __future__ import annotations

import pytest

from chat.actions import knowledge
from chat.bot.responder import think
from chat.models import FaqEntry, Site
from tests import cast
from tests.cast import ANSWER, QUESTION

pytestmark = pytest.mark.django_db


def answer(vera: cast.Visitor) -> str:
    """What the bot would say to the usual question, asked now."""
    return think(vera.chat, vera.says(QUESTION).conversation.top_seq).text


@pytest.fixture
def entry(vera: cast.Visitor) -> FaqEntry:
    vera.says("Hello there")
    return vera.site.faq.get()


def test_a_saved_entry_is_said_at_once(vera: cast.Visitor, entry: FaqEntry) -> None:
    assert answer(vera) == ANSWER
    entry.answer = "Every day."
    knowledge.save_entries(vera.site, [entry])
    assert answer(vera) == "Every day."


def test_a_deleted_entry_is_never_said_again(vera: cast.Visitor, entry: FaqEntry) -> None:
    assert answer(vera) == ANSWER
    knowledge.delete_entry(entry)
    assert answer(vera) == ""


def test_an_unpublished_entry_is_not_said(vera: cast.Visitor, entry: FaqEntry) -> None:
    entry.published = False
    knowledge.save_entries(vera.site, [entry])
    assert answer(vera) == ""


def test_each_site_answers_with_its_own(vera: cast.Visitor, entry: FaqEntry, other_site: Site) -> None:
    other_site.faq.update(answer="Never.")
    assert answer(vera) == ANSWER


@pytest.mark.parametrize(
    ("written", "said"),
    [("Hello {{name}}. Ring {{phone|us}}.", "Hello. Ring us."), ("{{phone}}", ""), ("A {{nmae}} slip", "A slip")],
)
def test_nobody_reads_a_placeholders_braces(vera: cast.Visitor, entry: FaqEntry, written: str, said: str) -> None:
    vera.site.faq.update(answer=written)
    assert answer(vera) == said
