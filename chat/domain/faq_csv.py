"""The FAQ as a spreadsheet's CSV, both ways. Lists stand one item a line in their cell."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence

from chat.domain.intake import FIELD, Found, Intake, Problem, found_from, gathered, problem
from chat.domain.knowledge import Draft

COLUMNS = ("key", "language", "title", "paraphrases", "answer", "tags", "published")
#: A spreadsheet would run what begins so. A quote before it says that it is text; reading takes the quote away again.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
#: The module's own bound would refuse an answer of the longest kind with all its quotes doubled.
CELL_CHARS = 1_000_000


def write_csv(drafts: Iterable[Draft]) -> str:
    lines: list[str] = []
    writer = csv.writer(_Lines(lines))
    writer.writerow(COLUMNS)
    writer.writerows(_cells(draft) for draft in drafts)
    return "".join(lines)


class _Lines:
    def __init__(self, lines: list[str]) -> None:
        self._lines = lines

    def write(self, text: str) -> None:
        self._lines.append(text)


def _cells(draft: Draft) -> list[str]:
    lists = {"paraphrases": "\n".join(draft.paraphrases), "tags": "\n".join(draft.tags)}
    said = {"published": "yes" if draft.published else "no", **lists}
    return [_harmless(said.get(name, "") or str(getattr(draft, name) or "")) for name in COLUMNS]


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _meant(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(FORMULA) else cell


def looks_like_csv(text: str) -> bool:
    """Whether the first line names columns that we know."""
    return _fields(_split(_plain_ends(text).partition("\n")[0])) >= {"title", "answer"}


def read_csv(text: str) -> Intake:
    """Separated by comma, semicolon or tab; the first line names the columns, in any order."""
    csv.field_size_limit(CELL_CHARS)
    text = _plain_ends(text)
    head = _split(text.partition("\n")[0])
    missing = sorted({"title", "answer"} - _fields(head))
    if missing:
        return Intake(problems=(problem(1, "no_column", ", ".join(missing)),))
    return gathered(_rows(text, _separator(text.partition("\n")[0])))


def _plain_ends(text: str) -> str:
    return text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _rows(text: str, separator: str) -> Iterator[Found | Problem]:
    reader = csv.reader([f"{line}\n" for line in text.split("\n")], delimiter=separator, strict=True)
    names = [FIELD.get(name.strip().casefold(), "") for name in next(reader)]
    line = reader.line_num + 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield problem(line, "bad_csv")
            return
        if any(cell.strip() for cell in cells):
            yield _row(line, names, cells)
        line = reader.line_num + 1


def _row(line: int, names: Sequence[str], cells: Sequence[str]) -> Found | Problem:
    if len(cells) > len(names):
        return problem(line, "too_many_cells", cells[len(names)])
    return found_from(line, {name: _meant(cell) for name, cell in zip(names, cells, strict=False) if name})


def _separator(first: str) -> str:
    return max(",;\t", key=first.count)


def _split(first: str) -> list[str]:
    return next(csv.reader([first], delimiter=_separator(first)), [])


def _fields(names: Iterable[str]) -> set[str]:
    return {FIELD.get(name.strip().casefold(), "") for name in names}
