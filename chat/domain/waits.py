"""What to tell someone who waits: measured, or nothing."""

from __future__ import annotations

from collections.abc import Sequence

#: Fewer waits than this say nothing about the next one.
ENOUGH = 20
#: Only so many of the latest count.
LATEST = 50


def estimate(seconds: Sequence[int]) -> int | None:
    """Minutes, rounded up, in which 80 in 100 of those who waited were met; None with fewer than ENOUGH waits."""
    if len(seconds) < ENOUGH:
        return None
    ordered = sorted(seconds)
    # The smallest wait that at least 80 in 100 of them did not exceed (nearest rank).
    rank = -(-len(ordered) * 8 // 10)
    return max(1, -(-ordered[rank - 1] // 60))
