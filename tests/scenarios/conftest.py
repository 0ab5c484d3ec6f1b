"""The stage of tests/sockets, for what shows only between real connections."""

from __future__ import annotations

from tests.sockets.conftest import house, seeded, shared, start

__all__ = ["house", "seeded", "shared", "start"]
