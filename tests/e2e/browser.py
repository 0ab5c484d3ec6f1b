"""The system's Chromium, with the defaults that people have."""

from __future__ import annotations

import os

#: Two cores serve the database, the server and three browsers: a condition may take its time, never a sleep.
WAIT_MS = 15_000
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Playwright's list is longer: it also switches off the storage partitioning that every visitor's browser has.
    "--disable-features=MediaRouter,OptimizationHints,NetworkTimeServiceQuerying,HttpsUpgrades",
]
#: What Playwright switches off although people have it: the back/forward cache and throttled timers in hidden tabs.
WANTED = [
    "--disable-back-forward-cache",
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
]
