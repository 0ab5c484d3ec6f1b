"""What an owner saves is indexed in every process that answers there, before anybody asks."""

from __future__ import annotations

import asyncio

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chat.actions import knowledge
from chat.bot.ahead import Ahead
from chat.bot.known import known_at
from chat.delivery.fanout import fanout
from chat.delivery.threads import in_db
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_next_question_finds_it_indexed(vera: cast.Visitor) -> None:
    readers = vera.site.pk, "en"
    known_at([readers])
    entry = vera.site.faq.get()
    entry.answer = "Every day."

    async def run() -> None:
        fanout.start()
        ahead = Ahead()
        ahead.start()
        await in_db(knowledge.save_entries, vera.site, [entry])
        await ahead.stop()
        await fanout.stop()

    asyncio.run(run())
    with CaptureQueriesContext(connection) as asked:
        [known] = known_at([readers])[readers].faq.entries.values()
    assert known.answer == "Every day." and len(asked) == 1
