"""What many sockets ask alike: each gets its own answer, as if it had asked alone."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chat import many, queries
from chat.actions.refusals import ActionRefused
from chat.delivery.together import Busy, Together
from chat.domain.events import Audience
from chat.domain.transcript import Cursor
from chat.many import Bearer, Resume
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.contract]


def test_each_credential_is_its_own_visitors(vera: cast.Visitor, carl: cast.Visitor) -> None:
    vera.says()
    carl.says()
    bearers = [Bearer(vera.site, vera.token, False), Bearer(vera.site, carl.token, False), Bearer(vera.site, "?", True)]
    mine, foreign, new = many.identities(bearers)
    assert mine == vera.actor and isinstance(foreign, ActionRefused)
    assert new == cast.Visitor(vera.site).actor


def test_each_visitor_finds_the_conversation_of_now(vera: cast.Visitor, carl: cast.Visitor, ana: cast.Agent) -> None:
    ana.takes(old := vera.waits())
    ana.resolves(old)
    vera.says(now=cast.NOON + 48 * cast.HOUR)
    actors = [carl.actor, vera.actor]
    assert many.currents(actors) == [None, vera.chat] and vera.chat != old


def test_each_resume_is_as_if_asked_alone(vera: cast.Visitor, carl: cast.Visitor) -> None:
    carl.says()
    chat = vera.waits()
    event = chat.events.get(seq=2)
    cursors = [None, Cursor(epoch=1, seq=2, id=str(event.public_id)), Cursor(epoch=1, seq=2, id="other"), None]
    asked = [Resume(vera.actor, str(chat), cursor, 7) for cursor in cursors]
    stranger = Resume(carl.actor, str(chat), None, 7)
    *answers, nobodys = many.resumes([*asked, stranger])
    alone = [queries.resume(chat, cursor, Audience.ALL, 7) for cursor in cursors]
    assert [answer.frame for answer in answers if isinstance(answer, many.Resumed)] == alone
    assert isinstance(nobodys, ActionRefused)


def test_many_cost_no_more_queries_than_one(vera: cast.Visitor) -> None:
    visitors = [vera, *(cast.Visitor(vera.site) for _ in range(5))]
    chats = [visitor.says().conversation for visitor in visitors]
    actors = [visitor.actor for visitor in visitors]
    with CaptureQueriesContext(connection) as asked:
        many.identities([Bearer(vera.site, visitor.token, False) for visitor in visitors])
        many.currents(actors)
        many.resumes([Resume(actor, str(chat), None, 1) for actor, chat in zip(actors, chats, strict=True)])
    assert len(asked) == 1 + 2 + 2


# --- together --------------------------------------------------------------------------------------------------------
def together(work: Any, *items: Any, **how: Any) -> list[Any]:
    """What each gets of a batch that is handed over at once."""

    async def run() -> list[Any]:
        calls: Together[Any, Any] = Together(work, **how)
        calls.start()
        waiting = asyncio.gather(*map(calls, items), return_exceptions=True)
        await asyncio.sleep(0)
        await calls.stop()
        return await waiting

    return asyncio.run(run())


def odd_ones(batch: Sequence[int]) -> list[int | Exception]:
    return [number if number % 2 else ValueError(number) for number in batch]


def test_an_error_is_its_own_askers(db: None) -> None:
    first, second, third = together(odd_ones, 1, 2, 3)
    assert (first, third) == (1, 3) and isinstance(second, ValueError)


def test_more_than_may_wait_are_told(db: None) -> None:
    assert [type(answer) for answer in together(odd_ones, 1, 3, 5, waiting=2)] == [int, int, Busy]
