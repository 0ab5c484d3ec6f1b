"""Where and with what it was measured."""

from __future__ import annotations

import json
import os
import platform
import sqlite3
import subprocess
from importlib.metadata import version
from pathlib import Path

import psutil

PEERS = Path(__file__).parent / "peers"


def machine() -> str:
    model = next(
        (
            line.split(":", 1)[1].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if "model name" in line
        ),
        platform.machine(),
    )
    gib = round(psutil.virtual_memory().total / 1024**3)
    return f"{os.cpu_count()} × {model}, {gib} GiB, Linux {platform.release().split('-')[0]}"


def versions() -> list[str]:
    python = [f"{name} {version(name)}" for name in ("Django", "channels", "daphne", "uvicorn", "websockets")]
    locked = json.loads((PEERS / "package.json").read_text())["dependencies"]
    node = subprocess.run(["node", "--version"], check=True, capture_output=True, text=True).stdout.strip()
    redis = subprocess.run(["redis-server", "--version"], check=True, capture_output=True, text=True).stdout.split()[2]
    return [
        f"Python {platform.python_version()} (SQLite {sqlite3.sqlite_version})",
        *python,
        f"Node {node.lstrip('v')}",
        *(f"{name} {number}" for name, number in locked.items()),
        f"Redis {redis.removeprefix('v=')}",
    ]
