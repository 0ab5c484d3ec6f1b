"""Placeholders in an owner's answer, such as ``{{name|there}}``: looked up, never executed.

What a placeholder becomes is only ever words: whatever Markdown would make of them is taken away, so that a visitor
who is called ``[click](https://…)`` is called just that.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

NAMES = ("name", "site", "email", "phone")
"""The visitor's name, once one can be proved; the site's name, e-mail address and telephone number."""

VALUE_CHARS = 80

_PLACE = re.compile(r"\{\{\s*(?P<name>\w+)\s*(?:\|(?P<otherwise>[^{}|\n]*))?\}\}")
_MARKS = re.compile(r"[\\`*_\[\]()<>#!|~{}]|(?<=\w):(?=//)")


def personalise(text: str, values: Mapping[str, str]) -> str:
    """``text`` with each placeholder of NAMES replaced by its value or, where it is empty, by what follows its bar."""
    return _PLACE.sub(lambda place: _fill(place, values), text)


def _fill(place: re.Match[str], values: Mapping[str, str]) -> str:
    if place["name"] not in NAMES:
        return place[0]
    return _words(values.get(place["name"], "")) or _or(place)


def _or(place: re.Match[str]) -> str:
    return (place["otherwise"] or "").strip()


def _words(value: str) -> str:
    return " ".join(_MARKS.sub("", value).split())[:VALUE_CHARS].strip()
