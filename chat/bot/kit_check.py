"""Whether a folder is an evaluation kit: each file that will be read, line by line, before anything is answered."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, TypeVar

import msgspec

T = TypeVar("T")
Count = Annotated[int, msgspec.Meta(ge=0)] | Literal["all"]


class Sets(msgspec.Struct, frozen=True):
    """What sets.json says."""

    faq: dict[str, tuple[Count, ...]] = {}
    text: tuple[str, ...] = ()


class _Entry(msgspec.Struct):
    id: str | int
    title: str
    paraphrases: list[str]
    answer: str | None = None


class _Question(msgspec.Struct):
    qid: str | int
    text: str


def sets_in(folder: Path) -> Sets:
    """Raises OSError, or ValueError that names the file and the line, where the kit is not laid out so."""
    sets = _read(folder, "sets.json", (folder / "sets.json").read_bytes(), Sets)
    for name in sets.faq:
        _check(folder, f"faq/{name}.faq.jsonl", _Entry)
        _check(folder, f"faq/{name}.queries.jsonl", _Question)
    for name in sets.text:
        _check(folder, f"text/{name}.queries.jsonl", _Question)
    return sets


def _check(folder: Path, name: str, kind: type[_Entry] | type[_Question]) -> None:
    for number, line in enumerate((folder / name).read_bytes().splitlines(), start=1):
        if line.strip():
            _read(folder, f"{name}, line {number}", line, kind)


def _read(folder: Path, where: str, raw: bytes, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(raw, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise ValueError(f"{folder}: {where}: {error}") from error
