"""What makes the bot surer, and what less so."""

import pytest

from chat.domain.confidence import confidence_in
from chat.domain.matching import Entry, Ranked
from chat.domain.trouble import in_trouble

JOIN = Entry("join", "How do I join?", (), "By the form.")
TROUBLED = Entry("join", "How do I join?", ("I am unable to join",), "By the form.")
RANKED = (Ranked("join", "How do I join?", 0.6), Ranked("leave", "How do I leave?", 0.3))


def sure(asked: str, entry: Entry = JOIN) -> float:
    return confidence_in(RANKED, {"join": entry}, asked)


def test_trouble_that_the_entry_does_not_know_of_is_another_question() -> None:
    assert sure("I can't join") < sure("I want to join") - 0.1


def test_trouble_that_the_entry_knows_of_is_its_own() -> None:
    assert sure("I can't join", TROUBLED) == sure("I want to join", TROUBLED)


def test_nothing_ranked_is_nothing_to_be_sure_of() -> None:
    assert confidence_in((), {}, "how do I join") == 0.0


@pytest.mark.parametrize("text", ["I CAN’T pay", "payment failed!", "it has <b>never</b> arrived", "wrong size"])
def test_trouble_is_heard(text: str) -> None:
    assert in_trouble(text)


@pytest.mark.parametrize("text", ["", "how do I pay", "knot and cantaloupe", "I have a problem with paying"])
def test_what_is_no_trouble(text: str) -> None:
    assert not in_trouble(text)
