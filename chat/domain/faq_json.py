"""The FAQ as JSON, both ways: a list of entries, or an object that holds one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

import msgspec

from chat.domain.intake import FIELD, Found, Intake, Problem, found_from, gathered, problem
from chat.domain.knowledge import Draft

_LISTS = ("entries", "faq", "faqs", "questions", "items", "data")
_DECODER = json.JSONDecoder()
_BLANK = " \t\r\n"


def write_json(drafts: Iterable[Draft]) -> str:
    entries = [msgspec.to_builtins(draft) for draft in drafts]
    return json.dumps({"entries": entries}, ensure_ascii=False, indent=2) + "\n"


def read_json(text: str) -> Intake:
    """All of it, or nothing: half of a file that breaks off is nobody's FAQ."""
    text = text.lstrip("\ufeff")
    if wrong := _wrong_at(text):
        return Intake(problems=(problem(wrong, "bad_json"),))
    start = _list_in(text)
    if start is None:
        return Intake(problems=(problem(1, "no_list"),))
    return gathered(_entries(text, start))


def _wrong_at(text: str) -> int:
    """The line where it stops being JSON; 0 where it never does."""
    try:
        json.loads(text or "[]")
    except json.JSONDecodeError as error:
        return error.lineno
    except (RecursionError, ValueError):
        return 1
    return 0


def _list_in(text: str) -> int | None:
    """Where the list of entries begins: at the top, or under one of the usual names."""
    at = _skip(text, 0)
    if text[at : at + 1] == "[":
        return at
    for name in _LISTS:
        member = text.find(f'"{name}"')
        colon = _skip(text, member + len(name) + 2) if member >= 0 else -1
        begin = _skip(text, colon + 1)
        if text[colon : colon + 1] == ":" and text[begin : begin + 1] == "[":
            return begin
    return None


def _skip(text: str, at: int, blanks: str = _BLANK) -> int:
    while at < len(text) and text[at] in blanks:
        at += 1
    return at


def _entries(text: str, start: int) -> Iterator[Found | Problem]:
    """One after the other, so that each has its line."""
    at, line, counted = _skip(text, start + 1), 1, 0
    while text[at : at + 1] != "]":
        line, counted = line + text.count("\n", counted, at), at
        entry, at = _DECODER.raw_decode(text, at)
        yield _entry(line, entry)
        at = _skip(text, at, _BLANK + ",")


def _entry(line: int, entry: object) -> Found | Problem:
    if not isinstance(entry, dict):
        return problem(line, "not_entry")
    return found_from(line, _fields(entry))


def _fields(entry: dict[str, object]) -> dict[str, object]:
    """Our own names before others'. A list of questions is the first, and its other wordings."""
    named = sorted(entry.items(), key=lambda item: item[0] in FIELD.values())
    fields = {FIELD[name.casefold()]: value for name, value in named if name.casefold() in FIELD}
    asked = fields.get("title")
    if isinstance(asked, list) and asked and "paraphrases" not in fields:
        fields["title"], fields["paraphrases"] = asked[0], asked[1:]
    return fields
