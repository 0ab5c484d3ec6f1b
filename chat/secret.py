"""The installation's own secret, made once and readable by its owner alone."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def read_or_make_secret(path: Path, *, length: int = 50) -> str:
    """The text in ``path``; ``length`` random bytes in base64url, made with mode 0600 when missing.

    Two processes starting at once agree on one.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(length))
    return path.read_text().strip()
