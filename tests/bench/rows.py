"""What the bench must show: one row per comparison, with the floor and the goal that were set before it was built."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from tests.bench.stats import Ratio, absolute, ratio_of

DAPHNE, UVICORN = "Daphne, PostgreSQL", "uvicorn, PostgreSQL"
SMALL, SMALL_UVICORN = "Daphne, SQLite", "uvicorn, SQLite"
SOCKETIO = "socket.io, PostgreSQL"
GROUPED = "socket.io, PostgreSQL grouped"
SOCKETIO_SQLITE = "socket.io, SQLite"
GROUPED_SQLITE = "socket.io, SQLite grouped"
RAW = "raw websockets"
#: Measured figures by run and system, one for each round.
Measured = dict[str, dict[str, list[dict[str, Any]]]]


@dataclass(frozen=True, kw_only=True)
class Row:
    """``figure`` of ``ours`` divided by that of ``peer``, or alone, in ``unit``. ``floor``: at least (or at most)."""

    id: str
    title: str
    run: str
    figure: str
    ours: str
    peer: str | None = None
    more_is_better: bool = True
    floor: float | None = None
    goal: float | None = None
    unit: str = field(default="")

    @property
    def systems(self) -> list[str]:
        return [self.ours, *([self.peer] if self.peer else [])]

    def ratio(self, measured: Measured) -> Ratio:
        """Raises KeyError where a system was not measured."""
        ours = [dig(found, self.figure) for found in measured[self.run][self.ours]]
        if self.peer is None:
            return absolute(ours)
        return ratio_of(ours, [dig(found, self.figure) for found in measured[self.run][self.peer]])

    def holds(self, value: float) -> bool | None:
        """Whether ``value`` is no worse than the floor; None where none was set."""
        if self.floor is None:
            return None
        return value >= self.floor if self.more_is_better else value <= self.floor


def dig(found: dict[str, Any], figure: str) -> float:
    """The figure at a dotted path, such as ``even.delivery.p99``."""
    value: Any = found
    for name in figure.split("."):
        value = value[name]
    return float(value)


def _pair(
    key: str, title: str, *, floors: tuple[float, float], goals: tuple[float, float], **same: Any
) -> Iterable[Row]:
    """The same row for Daphne and for uvicorn."""
    for ours, name, floor, goal in zip((DAPHNE, UVICORN), ("daphne", "uvicorn"), floors, goals, strict=True):
        yield Row(id=f"{key}.{name}", title=title, ours=ours, floor=floor, goal=goal, **same)


_RATE: dict[str, Any] = {"run": "append", "figure": "closed.rate", "unit": "msg/s"}
_CPU: dict[str, Any] = {"run": "append", "figure": "closed.cpu", "unit": "µs CPU/msg", "more_is_better": False}
_LATE: dict[str, Any] = {"run": "append", "figure": "even.delivery.p99", "unit": "ms", "more_is_better": False}
_TURN: dict[str, Any] = {"run": "bot", "figure": "rate", "unit": "turns/s"}
_IDLE: dict[str, Any] = {"run": "crowd", "unit": "KiB", "more_is_better": False}
_FAN: dict[str, Any] = {"run": "fanout", "figure": "rate", "unit": "deliveries/s"}
_BACK: dict[str, Any] = {"run": "crowd", "unit": "s", "more_is_better": False}
_PAINT: dict[str, Any] = {"run": "paint", "figure": "ack.p50", "unit": "ms", "more_is_better": False}


def _row(
    key: str, title: str, ours: str, peer: str | None, floor: float | None, goal: float | None, **same: Any
) -> Row:
    return Row(id=key, title=title, ours=ours, peer=peer, floor=floor, goal=goal, **same)


def _growth(store: str) -> Iterable[Row]:
    ours = f"Daphne, {store}"
    for stage, place in (("wide", "10⁵ conversations"), ("deep", "200 conversations")):
        title = f"Cost per message at 10⁶ stored events in {place} ÷ at 10³"
        yield _row(f"growth.{stage}.{store.lower()}", title, f"{ours} / {stage}", ours, 1.3, 1.1, **_CPU)


ROWS: tuple[Row, ...] = (
    *_pair("w1.socketio", "Durable acked messages", peer=SOCKETIO, floors=(1.4, 1.8), goals=(2.0, 2.8), **_RATE),
    *_pair("w1.grouped", "Durable acked messages", peer=GROUPED, floors=(0.5, 0.7), goals=(0.7, 1.0), **_RATE),
    _row("w1.sqlite.daphne", "The same on SQLite FULL", SMALL, SOCKETIO_SQLITE, 0.7, 1.0, **_RATE),
    _row("w1.sqlite.uvicorn", "The same on SQLite FULL", SMALL_UVICORN, SOCKETIO_SQLITE, None, None, **_RATE),
    _row("w1.sqlite.grouped", "… the peer in groups, too", SMALL, GROUPED_SQLITE, None, None, **_RATE),
    _row("w1.stock.sqlite", "Durable acked messages", SMALL, "stock Channels, SQLite", 8, 12, **_RATE),
    _row("w1.stock.postgres", "Durable acked messages", DAPHNE, "stock Channels, PostgreSQL", 15, 25, **_RATE),
    _row("w1.stock.pool", "… with Django's pool", DAPHNE, "stock Channels, PostgreSQL pool", None, None, **_RATE),
    *_pair("w1.raw", "Durable ÷ what stores nothing", peer=RAW, floors=(0.18, 0.28), goals=(0.25, 0.4), **_RATE),
    *_pair("cpu", "CPU per message, database included", peer=SOCKETIO, floors=(0.6, 0.4), goals=(0.4, 0.25), **_CPU),
    *_pair("late", "Delivery p99 at 900 msg/s", peer=SOCKETIO, floors=(1.0, 0.6), goals=(0.8, 0.4), **_LATE),
    _row("w2", "Bot turns; the peer's with 1 ms of work", SMALL, SOCKETIO_SQLITE, 0.8, 1.0, **_TURN),
    _row("w2.grouped", "… the peer in groups", SMALL, GROUPED_SQLITE, None, None, **_TURN),
    *_pair("w3", "Memory of an idle socket", floors=(36, 36), goals=(28, 28), figure="each", **_IDLE),
    _row("w3.total", "Server with 5,000 sockets", DAPHNE, None, None, 200, figure="total", **_IDLE | {"unit": "MiB"}),
    _row("w3.rest", "… its share of a core", DAPHNE, None, None, None, figure="rest", **_IDLE | {"unit": "cores"}),
    _row("w3.raw", "Memory of an idle socket", DAPHNE, RAW, None, None, figure="each", **_IDLE),
    _row("w3.socketio", "Memory of an idle socket", DAPHNE, SOCKETIO_SQLITE, None, None, figure="each", **_IDLE),
    *_pair("w4", "Fan-out to 100 agents", peer=SOCKETIO_SQLITE, floors=(0.4, 0.7), goals=(0.5, 0.95), **_FAN),
    *_growth("SQLite"),
    *_growth("PostgreSQL"),
    *_pair("storm", "5,000 sockets back after a restart", floors=(20, 20), goals=(10, 10), figure="back", **_BACK),
    _row("storm.resume", "… handshake to caught up, p99", DAPHNE, None, None, 2, figure="p99", **_BACK),
    _row("paint.sqlite", "Panel opened on 200 events", SMALL, SOCKETIO_SQLITE, None, None, **_PAINT),
    _row("paint.postgres", "Panel opened on 200 events", DAPHNE, SOCKETIO, None, None, **_PAINT),
    _row("ceiling", "The generator against a server that does nothing", "null", None, None, None, **_RATE),
)


def chosen(words: Iterable[str]) -> list[Row]:
    """Rows whose id begins with one of the words; all without any. Raises ValueError for a word that fits none."""
    words = list(words)
    for word in words:
        if not any(row.id.startswith(word) for row in ROWS):
            raise ValueError(f"no row begins with “{word}”; there are: {', '.join(row.id for row in ROWS)}")
    return [row for row in ROWS if not words or row.id.startswith(tuple(words))]
