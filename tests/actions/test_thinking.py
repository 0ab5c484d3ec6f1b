"""What many visitors ask at the same moment is thought about together, and nobody suffers from another's question."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chat.actions import knowledge
from chat.bot import thinking
from chat.bot.known import Known, known_at
from chat.bot.responder import Question, think_about
from chat.bot.thinking import Thinking
from chat.domain.commands import BotReplies
from chat.domain.state import State
from chat.models import Site
from tests import cast
from tests.cast import ANSWER, QUESTION

pytestmark = pytest.mark.django_db(transaction=True)


def asks(vera: cast.Visitor, text: str = QUESTION) -> Question:
    state = State(questions=(text,), turns_owed=(2,))
    return Question(site_pk=vera.site.pk, seq=2, text=text, language="en", state=state)


def thoughts(*rounds: list[Question]) -> list[Any]:
    """About the questions of each round together, one round after the other: what is said, or goes wrong."""

    async def run() -> list[Any]:
        think, found = Thinking(), []
        think.start()
        for questions in rounds:
            found += await asyncio.gather(*map(think, questions), return_exceptions=True)
        await think.stop()
        return found

    return [each.text if isinstance(each, BotReplies) else type(each) for each in asyncio.run(run())]


def test_a_question_that_breaks_it_is_its_askers_alone(vera: cast.Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(question: Question, known: Known) -> BotReplies:
        if question.text != QUESTION:
            raise KeyError(question.text)
        return think_about(question, known)

    monkeypatch.setattr(thinking, "think_about", breaks)
    assert thoughts([asks(vera), asks(vera, "???"), asks(vera)]) == [ANSWER, KeyError, ANSWER]


def test_a_thread_that_never_comes_back_is_left_behind(vera: cast.Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()

    def hangs(question: Question, known: Known) -> BotReplies:
        if question.text != QUESTION:
            over.wait(20)
        return think_about(question, known)

    monkeypatch.setattr(thinking, "think_about", hangs)
    monkeypatch.setattr(thinking, "PATIENCE", 0.2)
    assert thoughts([asks(vera, "…")], [asks(vera)]) == [TimeoutError, ANSWER]
    over.set()


def test_many_answers_cost_one_query(vera: cast.Visitor) -> None:
    known_at([(vera.site.pk, "en")])
    with CaptureQueriesContext(connection) as asked:
        known = known_at({(vera.site.pk, "en")})[vera.site.pk, "en"]
        assert {think_about(asks(vera), known).text for _ in range(5)} == {ANSWER}
    assert len(asked) == 1


def test_what_was_edited_in_any_process_is_known_at_once(vera: cast.Visitor) -> None:
    assert thoughts([asks(vera)]) == [ANSWER]
    entry = vera.site.faq.get()
    entry.answer = "Every day."
    knowledge.save_entries(vera.site, [entry])
    assert thoughts([asks(vera)]) == ["Every day."]


def test_a_site_that_is_gone_answers_nothing(vera: cast.Visitor) -> None:
    question = asks(vera)
    Site.objects.filter(pk=vera.site.pk).delete()
    assert thoughts([question]) == [LookupError]
