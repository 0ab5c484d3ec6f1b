"""Placeholders in an owner's answer, such as ``{{name|there}}``: looked up, never executed.

What a placeholder becomes is only ever words: whatever Markdown would make of them is taken away, so that a visitor
who is called ``[click](https://…)`` is called just that. Nobody ever reads the braces.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

NAMES = ("name", "site", "email", "phone")
"""The visitor's name, once one can be proved; the site's name, e-mail address and telephone number."""

VALUE_CHARS = 80

_PLACE = re.compile(r"(?P<before>[ \t]*)\{\{\s*(?P<name>[^{}|\n]*?)\s*(?:\|(?P<otherwise>[^{}|\n]*))?\}\}")
_DOUBLE = re.compile(r"\{\{(?:[^\n]*?\}\})?")
_MARKS = re.compile(r"[\\`*_\[\]()<>#!|~{}]|(?<=\w):(?=//)")


def personalise(text: str, values: Mapping[str, str]) -> str:
    """``text`` with each placeholder replaced by its value or, where there is none, by what follows its bar.

    Where nothing follows it, the blank before it goes as well: "Hello {{name}}." says "Hello."
    """
    return re.sub(r"\{{2,}", "{", _PLACE.sub(lambda place: _fill(place, values), text))


def worded(values: Mapping[str, str]) -> dict[str, str]:
    """``values`` as an answer says them."""
    return {name: _words(value) for name, value in values.items()}


def unknown_in(text: str) -> tuple[str, ...]:
    """What stands in double braces and is no placeholder of NAMES, each once: a slip of the pen, or half of one."""
    found = dict.fromkeys(match.group() for match in _DOUBLE.finditer(text))
    return tuple(each for each in found if not _is_known(each))


def _is_known(braces: str) -> bool:
    place = _PLACE.fullmatch(braces)
    return place is not None and place["name"] in NAMES


def _fill(place: re.Match[str], values: Mapping[str, str]) -> str:
    known = values.get(place["name"], "") if place["name"] in NAMES else ""
    said = _words(known) or (place["otherwise"] or "").strip()
    return place["before"] + said if said else ""


def _words(value: str) -> str:
    return " ".join(_MARKS.sub("", value).split())[:VALUE_CHARS].strip()
