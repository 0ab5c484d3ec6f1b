"""Placeholders become words, and nothing but words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat.domain.personal import NAMES, personalise

VALUES = {"name": "Vera Lind", "site": "Marlpit Pottery", "email": "hello@marlpit.example", "phone": ""}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hello {{name|there}}.", "Hello Vera Lind."),
        ("Hello {{ name }}.", "Hello Vera Lind."),
        ("Call {{phone|us}} at {{site}}.", "Call us at Marlpit Pottery."),
        ("Write to {{email}}.", "Write to hello@marlpit.example."),
        ("{{nmae|there}} {{0.__class__}} {name}", "{{nmae|there}} {{0.__class__}} {name}"),
        ("Nothing to fill", "Nothing to fill"),
    ],
)
def test_what_is_said(text: str, said: str) -> None:
    assert personalise(text, VALUES) == said


@pytest.mark.parametrize("name", ["[win](https://evil.example)", "**bold**", "<b>x</b>", "a\n# b", "{{site}}", "`x`"])
def test_a_name_is_only_words(name: str) -> None:
    said = personalise("{{name|you}}", {"name": name})
    assert said and not set(said) & set("[]()*<>#`{}\n") and "://" not in said


@given(st.dictionaries(st.sampled_from(NAMES), st.text(max_size=200)))
def test_what_was_filled_is_not_filled_again(values: dict[str, str]) -> None:
    said = personalise("{{name|a}}{{site|b}}", values)
    assert personalise(said, VALUES) == said
