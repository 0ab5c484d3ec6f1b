"""What happened in a run, one JSON line each: what was sent, acknowledged, shown to whom, and stored in the end."""

from __future__ import annotations

import time
from pathlib import Path

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True, tag_field="what", tag=str.lower):
    """``at`` is in seconds since the run began. Texts are unique in a run, so that a text names its message."""

    at: float = 0.0


class Sent(Record, frozen=True, kw_only=True):
    """Kept in the outbox of ``who``, before the first try."""

    who: str
    cmid: str
    text: str


class Acked(Record, frozen=True, kw_only=True):
    who: str
    cmid: str
    conversation: str
    seq: int


class Took(Record, frozen=True, kw_only=True):
    """The server told agent ``who`` that the chat is hers."""

    who: str
    conversation: str
    seq: int


class Shown(Record, frozen=True, kw_only=True):
    """Added to what ``who`` sees of the conversation."""

    who: str
    conversation: str
    seq: int
    id: str
    text: str = ""


class Forgot(Record, frozen=True, kw_only=True):
    """``who`` was told to begin again with an empty list."""

    who: str
    conversation: str


class Restored(Record, frozen=True, kw_only=True):
    """The database went back to a backup: what was acknowledged since then may be gone."""


class Final(Record, frozen=True, kw_only=True):
    """The ids of what ``who`` sees in the end."""

    who: str
    conversation: str
    ids: tuple[str, ...]


class Stored(Record, frozen=True, kw_only=True):
    """A row of the database in the end. ``agent`` joined, left or wrote."""

    conversation: str
    seq: int
    id: str
    kind: str
    cmid: str | None = None
    text: str = ""
    agent: str | None = None


AnyRecord = Sent | Acked | Took | Shown | Forgot | Restored | Final | Stored
_decoder = msgspec.json.Decoder(AnyRecord)


class History:
    def __init__(self) -> None:
        self.records: list[AnyRecord] = []
        self._began = time.monotonic()

    def tell(self, record: AnyRecord) -> None:
        at = round(time.monotonic() - self._began, 4)
        self.records.append(msgspec.structs.replace(record, at=at))

    def write(self, path: Path) -> None:
        path.write_bytes(b"".join(msgspec.json.encode(record) + b"\n" for record in self.records))


def read(path: Path) -> list[AnyRecord]:
    return [_decoder.decode(line) for line in path.read_bytes().splitlines()]
