"""Visitors get an answer in their page's language, or hear that there is none."""

from __future__ import annotations

import pytest

from chat.domain.languages import Version, choose
from chat.domain.matching import Entry


def version(key: str, language: str) -> Version:
    return Version(Entry(f"{key}/{language}", key, (), "…"), key, language)


BOTH = [version("hours", "en"), version("hours", "de"), version("price", "en")]


@pytest.mark.parametrize(
    ("language", "own", "entries", "foreign"),
    [
        ("en", "en", ["hours/en", "price/en"], []),
        ("en-GB", "en", ["hours/en", "price/en"], []),
        ("de", "en", ["hours/de", "price/en"], ["price/en"]),
        ("de-AT", "en", ["hours/de", "price/en"], ["price/en"]),
        ("fr", "en", ["hours/en", "price/en"], ["hours/en", "price/en"]),
        ("fr", "de", ["hours/de", "price/en"], ["hours/de", "price/en"]),
    ],
)
def test_which_version(language: str, own: str, entries: list[str], foreign: list[str]) -> None:
    chosen = choose(BOTH, language=language, own=own)
    assert ([entry.id for entry in chosen.entries], sorted(chosen.foreign)) == (entries, foreign)


def test_an_answer_is_known_by_the_wordings_of_all_its_versions() -> None:
    english = Version(Entry("1", "When are you open?", ("hours",), "9 to 5"), "hours", "en")
    german = Version(Entry("2", "Wann habt ihr auf?", ("hours",), "9 bis 17 Uhr"), "hours", "de")
    chosen = choose([english, german], language="de", own="en")
    assert [(entry.answer, entry.also) for entry in chosen.entries] == [
        ("9 bis 17 Uhr", ("When are you open?", "hours"))
    ]


def test_the_exact_tag_comes_first() -> None:
    tags = [version("hours", tag) for tag in ("pt", "pt-BR")]
    assert [entry.id for entry in choose(tags, language="pt-BR", own="pt").entries] == ["hours/pt-BR"]


def test_where_the_widget_does_not_speak_the_sites_language_everybody_reads_it() -> None:
    assert not choose([version("orari", "it")], language="en", own="it").foreign
