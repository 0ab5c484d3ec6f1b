"""Which build this is: clients say theirs in ``hello`` and read ours in ``welcome``."""

from __future__ import annotations

VERSION = "0.1.0"
BUILD = VERSION
