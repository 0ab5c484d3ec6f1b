"""What must be said, and when: disclosure is not a setting.

The sentence is fixed in each language. An owner may add a line below it, never replace or hide it, so there is no
setting that holds it. Change a word and ``TEXT_VERSION`` must change too: recorded showings name it as their proof.
Law: EU AI Act Art. 50(1) and (5); Maine 10 MRS §1500-DD; California B&P §17941.
"""

from __future__ import annotations

import re

import msgspec

TEXT_VERSION = "2026-11"
DEFAULT_LANGUAGE = "en"

#: Every version ever shown: a widget that stayed open over an upgrade still reports the older one.
KNOWN_VERSIONS = frozenset({TEXT_VERSION})


class Disclosure(msgspec.Struct, frozen=True):
    """The banner's two lines."""

    title: str
    detail: str


TEXTS: dict[str, Disclosure] = {
    "en": Disclosure("You’re talking to a bot", "Automated, not a person. Ask for a person any time."),
    "de": Disclosure(
        "Hier schreibt ein Bot", "Automatisch, kein Mensch. Sie können jederzeit nach einem Menschen fragen."
    ),
    "fr": Disclosure("Vous parlez à un bot", "Automatisé, pas une personne. Demandez une personne à tout moment."),
    "es": Disclosure(
        "Está hablando con un bot", "Automatizado, no es una persona. Pida hablar con una persona cuando quiera."
    ),
    "ar": Disclosure("أنت تتحدث إلى روبوت", "ردود آلية وليست من شخص. يمكنك طلب التحدث إلى شخص في أي وقت."),
}


_PRIMARY = re.compile("[a-z]+")


def language_for(wanted: str | None) -> str:
    """The widget language for a BCP 47 tag (``de-AT``) or a browser's list of them; English where we have none."""
    primary = _PRIMARY.match((wanted or "").lower())
    return primary[0] if primary and primary[0] in TEXTS else DEFAULT_LANGUAGE


def is_known(text_version: str, language: str) -> bool:
    """Whether this is a showing that we could prove: a version that we wrote, in a language that we have."""
    return text_version in KNOWN_VERSIONS and language in TEXTS
