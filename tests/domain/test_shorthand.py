"""Thumbs' English is compared as if it were written out; other words, and other languages' short ones, are let be."""

import pytest

from chat.domain.shorthand import spelt_out


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("where r u", "where are you"),
        ("Wat time do U close 2nite?", "what time do you close tonight?"),
        ("my 5 yr old", "my 5 year old"),
        ("Wo ist der Laden, und wann öffnet er?", "Wo ist der Laden, und wann öffnet er?"),
        ("y yo, ¿dónde está? im Laden, je n'y suis pas", "y yo, ¿dónde está? im Laden, je n'y suis pas"),
        ("the year, your hours, minutes", "the year, your hours, minutes"),
        ("that's what I'd do", "that's what I'd do"),
    ],
)
def test_it_is_spelt_out(typed: str, meant: str) -> None:
    assert spelt_out(typed) == meant
