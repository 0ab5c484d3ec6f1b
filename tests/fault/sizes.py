"""How much of it: `make fault` sets FAULT_FORM=long; `make test` runs the short form, within three minutes."""

from __future__ import annotations

import os

LONG = os.environ.get("FAULT_FORM") == "long"
#: Crashes in F1, in all.
SEEDS = int(os.environ.get("SEEDS", "200" if LONG else "20"))


def either(short: int, long: int) -> int:
    """The number for the form that runs."""
    return long if LONG else short


#: Seconds of F18. Its short form is shorter than CHECKLISTS' two minutes: docs/faults.md says why.
SOAK = int(os.environ.get("SOAK", either(20, 1200)))
