"""An owner's file becomes drafts, each with the line where it stands, and what is wrong there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

import msgspec

from chat.domain.knowledge import UNKNOWN_PLACEHOLDER, Draft, faults, slips_in, tidy
from chat.domain.words import plain

MOST_ENTRIES = 5_000
YES = {"", "1", "true", "yes", "y", "published", "ja", "oui", "sí", "si", "نعم"}
NO = {"0", "false", "no", "n", "draft", "nein", "non", "لا"}

#: What other tools call the same column or member.
NAMES = {
    "title": ("title", "question", "questions", "frage", "pregunta", "q", "السؤال"),
    "answer": ("answer", "response", "reply", "antwort", "réponse", "reponse", "respuesta", "a", "text", "الجواب"),
    "paraphrases": ("paraphrases", "alternatives", "variants", "utterances", "other wordings", "synonyms"),
    "tags": ("tags", "labels", "category", "categories", "topic", "kategorie"),
    "language": ("language", "lang", "locale", "sprache", "langue", "idioma"),
    "key": ("key",),
    "published": ("published", "active", "enabled", "status"),
}
FIELD = {name: field for field, names in NAMES.items() for name in names}


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """``line`` counts from 1. What it doesn't say, in ``says``, an entry that is there keeps."""

    line: int
    draft: Draft
    says: frozenset[str] = frozenset(NAMES)


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """``detail`` is a word of the file, at most 60 characters."""

    line: int
    code: str
    detail: str = ""


class Intake(msgspec.Struct, frozen=True, kw_only=True):
    found: tuple[Found, ...] = ()
    problems: tuple[Problem, ...] = ()


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """An entry that the site has."""

    id: str
    draft: Draft


class Planned(msgspec.Struct, frozen=True, kw_only=True):
    """What becomes of a draft; ``id`` and ``was`` are the entry that it changes, ``first`` the line that it repeats."""

    line: int
    draft: Draft
    was: Draft = Draft()
    status: Literal["new", "changed", "same", "repeated"]
    id: str = ""
    first: int = 0


def problem(line: int, code: str, detail: object = "") -> Problem:
    return Problem(line=line, code=code, detail=str(detail)[:60])


def gathered(rows: Iterable[Found | Problem]) -> Intake:
    """Tidied drafts and everything that is wrong, in the file's order."""
    found, problems = [], []
    for row in rows:
        if isinstance(row, Problem):
            problems.append(row)
            continue
        draft = tidy(row.draft)
        wrong = [problem(row.line, code, _which(code, draft)) for code in faults(draft)]
        problems += wrong
        if not wrong:
            found.append(msgspec.structs.replace(row, draft=draft))
    for extra in found[MOST_ENTRIES : MOST_ENTRIES + 1]:
        problems.append(problem(extra.line, "too_many_entries", MOST_ENTRIES))
    return Intake(found=tuple(found[:MOST_ENTRIES]), problems=tuple(problems))


def _which(code: str, draft: Draft) -> str:
    return " ".join(slips_in(draft)) if code == UNKNOWN_PLACEHOLDER else draft.title


def draft_from(fields: Mapping[str, Any]) -> Draft:
    """Raises ValueError(code) for what is no text or list of texts."""
    return Draft(
        key=_text(fields.get("key", "")),
        language=_text(fields.get("language", "")),
        title=_text(fields.get("title", "")),
        paraphrases=_texts(fields.get("paraphrases", ())),
        answer=_text(fields.get("answer", "")),
        tags=_texts(fields.get("tags", ())),
        published=_truth(fields.get("published", True)),
    )


def found_from(line: int, fields: Mapping[str, Any]) -> Found | Problem:
    """A row that names its key says all of an entry, so that what was exported comes back as it was. Where a question
    alone names it, a blank says nothing: other people's spreadsheets have columns that they didn't fill."""
    try:
        draft = draft_from(fields)
    except ValueError as error:
        return problem(line, str(error))
    by_key = bool(draft.key.strip())
    says = (
        name
        for name, value in fields.items()
        if by_key or (value.strip() if isinstance(value, str) else value is not None)
    )
    return Found(line=line, draft=draft, says=frozenset(says))


def _text(value: object) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ValueError("not_text")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    if isinstance(value, str):
        return tuple(value.split("\n"))
    if isinstance(value, list | tuple) and all(isinstance(each, str) for each in value):
        return tuple(value)
    raise ValueError("not_list")


def _truth(value: object) -> bool:
    if isinstance(value, bool):
        return value
    said = str(value).strip().casefold()
    if said not in YES | NO:
        raise ValueError("bad_published")
    return said in YES


def plan(found: Sequence[Found], known: Iterable[Known], language: str) -> list[Planned]:
    """An entry is known by its key, or, where the file names none, by its question; ``language`` is the site's."""
    by_key: dict[tuple[str, str], Known] = {}
    by_title: dict[tuple[str, str], Known] = {}
    for each in known:
        by_key[each.draft.key, each.draft.language] = each
        by_title.setdefault(_titled(each.draft), each)
    seen: dict[tuple[str, str], int] = {}
    return [_planned(row, language, by_key, by_title, seen) for row in found]


def _planned(
    row: Found,
    language: str,
    by_key: Mapping[tuple[str, str], Known],
    by_title: Mapping[tuple[str, str], Known],
    seen: dict[tuple[str, str], int],
) -> Planned:
    draft = msgspec.structs.replace(row.draft, language=row.draft.language or language)
    identity = (draft.key, draft.language) if draft.key else _titled(draft)
    if identity in seen:
        return Planned(line=row.line, draft=draft, status="repeated", first=seen[identity])
    seen[identity] = row.line
    match = by_key.get((draft.key, draft.language)) if draft.key else by_title.get(_titled(draft))
    if match is None:
        return Planned(line=row.line, draft=draft, status="new")
    draft = _over(match.draft, row)
    status: Literal["same", "changed"] = "same" if draft == match.draft else "changed"
    return Planned(line=row.line, draft=draft, was=match.draft, status=status, id=match.id)


def _over(was: Draft, row: Found) -> Draft:
    said = {name: getattr(row.draft, name) for name in row.says - {"key", "language"}}
    return msgspec.structs.replace(was, **said)


def _titled(draft: Draft) -> tuple[str, str]:
    return (plain(draft.title) or draft.title, draft.language)


class Changed(msgspec.Struct, frozen=True, kw_only=True):
    """One field of an entry, before and after."""

    field: str
    was: Any
    now: Any


def changes(planned: Planned) -> list[Changed]:
    """What an owner looks at before it happens: of a new entry all that it says."""
    if planned.status not in ("new", "changed"):
        return []
    shown = (
        ("title", "answer", "paraphrases", "tags", "published")
        if planned.was.title
        else ("answer", "paraphrases", "tags")
    )
    pairs = ((name, getattr(planned.was, name), getattr(planned.draft, name)) for name in shown)
    return [Changed(field=name, was=was, now=now) for name, was, now in pairs if was != now]
