"""The installation's own secret, made once and readable by its owner alone."""

from __future__ import annotations

import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path


def read_or_make_secret(path: Path, *, length: int = 50) -> str:
    """The text in ``path``; ``length`` random bytes in base64url, made with mode 0600 when missing."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        _make(path, secrets.token_urlsafe(length))
    return path.read_text().strip()


def _make(path: Path, text: str) -> None:
    # Written in full before it gets its name: of two processes that start at once, both read the one that was first.
    handle, draft = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "w") as file:
        file.write(text)
    with suppress(FileExistsError):
        os.link(draft, path)
    Path(draft).unlink()
