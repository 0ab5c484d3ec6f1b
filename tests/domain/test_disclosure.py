"""The sentence that is not a setting."""

from __future__ import annotations

import hashlib

import msgspec
import pytest

from chat.domain import disclosure

#: What each version said. A changed word needs a new version and a new line; old lines stay as the proof.
SAID = {"2026-11": "b99603e428855d0175510963aa62071c0b7e854418cd36109d4fc3757181df0e"}


def test_a_version_never_changes_its_words() -> None:
    words = msgspec.json.encode(disclosure.TEXTS, order="sorted")
    assert hashlib.sha256(words).hexdigest() == SAID[disclosure.TEXT_VERSION]
    assert set(SAID) == disclosure.KNOWN_VERSIONS


@pytest.mark.parametrize("language", disclosure.TEXTS)
def test_it_says_bot_in_every_language(language: str) -> None:
    text = disclosure.TEXTS[language]
    assert {"bot", "روبوت"} & set(text.title.lower().split())
    assert text.detail


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        ("de-AT", "de"),
        ("DE", "de"),
        ("ar", "ar"),
        ("fr_FR", "fr"),
        ("es,en;q=0.8", "es"),
        ("tlh", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_language_for(wanted: str | None, shown: str) -> None:
    assert disclosure.language_for(wanted) == shown


@pytest.mark.parametrize(("version", "language"), [("2026-11", "tlh"), ("1999-01", "en"), ("", "")])
def test_a_showing_that_cannot_be_proved_is_unknown(version: str, language: str) -> None:
    assert not disclosure.is_known(version, language)
    assert disclosure.is_known(disclosure.TEXT_VERSION, "en")
