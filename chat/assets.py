"""Where the bundler put the doors' files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.templatetags.static import static


def manifest() -> dict[str, Any]:
    """build/manifest.json. A rebuild shows after a restart: the files themselves are indexed when the server starts."""
    path: Path = settings.BUILD_DIR / "manifest.json"
    try:
        found: dict[str, Any] = json.loads(path.read_text())
    except FileNotFoundError:
        raise ImproperlyConfigured("The front end isn't built yet. Run: make setup") from None
    return found


def url(path: str | None) -> str:
    """The address of a file in build/, given as the manifest names it; empty for none."""
    return static(f"build/{path}") if path else ""
