"""Two owners work on the FAQ at the same moment."""

from __future__ import annotations

import pytest
from django.utils import timezone

from chat.actions import knowledge, knowledge_import
from chat.models import FaqEntry, FaqImport
from tests import cast
from tests.cast import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.contract]


def test_of_two_that_save_at_once_one_learns_of_the_other(olga: cast.Agent) -> None:
    site, by = olga.membership.site, olga.membership.user
    entry = site.faq.get()

    def save(answer: str) -> FaqEntry:
        return knowledge.edit_entry(site, entry.public_id, {"answer": answer}, revision=1, by=by)

    [stale] = [each for each in at_once(lambda: save("Now."), lambda: save("Never.")) if isinstance(each, Exception)]
    assert isinstance(stale, knowledge.StaleEdit) and stale.entry.answer == site.faq.get().answer != entry.answer


def test_one_file_sent_in_twice_at_once_comes_in_once(olga: cast.Agent) -> None:
    site, by = olga.membership.site, olga.membership.user

    def begun() -> FaqImport:
        file = knowledge_import.begin(site, kind="csv", by=by, now=timezone.now())
        knowledge_import.add_part(file, 0, "title,answer\nIs there parking?,Yes.\n")
        return file

    first, second = begun(), begun()
    both = [lambda: knowledge_import.apply(first, without=(), by=by)["new"],
            lambda: knowledge_import.apply(second, without=(), by=by)["new"]]  # fmt: skip
    assert sorted(at_once(*both)) == [0, 1] and site.faq.filter(title="Is there parking?").count() == 1
