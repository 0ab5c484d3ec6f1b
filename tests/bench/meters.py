"""What a system costs: CPU seconds and memory of process trees, the database's included."""

from __future__ import annotations

from collections.abc import Iterable

import psutil

KIB = 1024


class Meter:
    """CPU seconds that the trees below ``roots`` used since ``mark``."""

    def __init__(self, roots: Iterable[int]) -> None:
        self._roots = list(roots)
        self._from = 0.0

    def mark(self) -> None:
        self._from = self._total()

    def seconds(self) -> float:
        return self._total() - self._from

    def _total(self) -> float:
        return sum(_cpu(process) for root in self._roots for process in tree(root))


def tree(root: int) -> list[psutil.Process]:
    parent = psutil.Process(root)
    return [parent, *parent.children(recursive=True)]


def _cpu(process: psutil.Process) -> float:
    """Its own and that of its dead children: a backend that ends during a measurement is still counted."""
    try:
        times = process.cpu_times()
    except psutil.NoSuchProcess:
        return 0.0
    return float(times.user + times.system + times.children_user + times.children_system)


def resident(root: int) -> float:
    """KiB of the server process tree."""
    return sum(process.memory_info().rss for process in tree(root)) / KIB
