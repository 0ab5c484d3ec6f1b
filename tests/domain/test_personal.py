"""Placeholders become words, and nothing but words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat.domain.personal import NAMES, personalise, unknown_in

VALUES = {"name": "Vera Lind", "site": "Marlpit Pottery", "email": "hello@marlpit.example", "phone": ""}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hello {{name|there}}.", "Hello Vera Lind."),
        ("Hello {{ name }}.", "Hello Vera Lind."),
        ("Call {{phone|us}} at {{site}}.", "Call us at Marlpit Pottery."),
        ("Write to {{email}}.", "Write to hello@marlpit.example."),
        ("Call {{phone}} now, or write.", "Call now, or write."),
        ("Hello {{surname}}. {{nmae|There}} {{0.__class__}}{name}", "Hello. There{name}"),
        ('{{name {"a": {"b": 1}}', '{name {"a": {"b": 1}}'),
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


@given(st.text(st.sampled_from("{}| \nname"), max_size=40))
def test_nobody_reads_the_braces(text: str) -> None:
    assert "{{" not in personalise(text, {})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{{name|there}}, {{ site }}: {{email}} {{phone}}", ()),
        ("{{nmae}} and {{nmae}} and {{surname|you}}", ("{{nmae}}", "{{surname|you}}")),
        ("{{name}", ("{{",)),
        ("{{}} {{name|a|b}}", ("{{}}", "{{name|a|b}}")),
        ('{"a": {"b": 1}} and {name}', ()),
    ],
)
def test_slips_are_told_to_who_writes(text: str, told: tuple[str, ...]) -> None:
    assert unknown_in(text) == told
