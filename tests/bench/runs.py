"""One run: start a system, load it, read the meters. Each returns plain figures by name."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.bench.generator import Generator, Told
from tests.bench.home import Home
from tests.bench.meters import Meter, resident
from tests.bench.rows import DAPHNE, GROUPED, RAW, SOCKETIO, UVICORN
from tests.bench.systems import Running

Figures = dict[str, Any]
#: Messages a second for the comparison of delays: about what the slowest of them can bear.
PACE = 900
#: Whose delays are compared there; what can't keep the pace has none.
PACED = {DAPHNE, UVICORN, SOCKETIO, GROUPED, RAW}


class NotTheSameWork(Exception):
    """A system does less than the comparison says."""


@dataclass(frozen=True)
class Length:
    """Seconds before and while it is measured, and of rest; how often one-by-one things are done."""

    warm: float
    seconds: float
    rest: float
    times: int


@dataclass(frozen=True)
class Bench:
    home: Home
    length: Length

    def how(self, running: Running, part: str) -> Told:
        return {"dialect": running.dialect, "url": running.url, "cast": running.cast[part]}


def metered(generator: Generator, running: Running) -> tuple[list[Told], Told]:
    """(phases, done), with CPU microseconds per acked message in each."""
    meter, cpu, phases = Meter(running.roots), 0.0, []
    for told in generator:
        if told.get("at") == "begin":
            meter.mark()
        elif told.get("at") == "end":
            cpu = meter.seconds()
        else:
            figures = told.get("done", told)
            if figures.get("acked"):
                figures["cpu"] = cpu * 1e6 / figures["acked"]
            phases.append(figures)
    return phases[:-1], phases[-1]


def append(bench: Bench, system: str) -> Figures:
    """W1: all writers at once, then at an even pace."""
    window = {"warm": bench.length.warm, "seconds": bench.length.seconds}
    even = {**window, "name": "even", "rate": PACE, "warm": 1}
    phases = [{**window, "name": "closed"}, *([even] if system in PACED else [])]
    with bench.home.run(system) as running:
        if running.database:
            does_the_work(bench, running, system)
        before = running.stored() if running.database else 0
        with Generator("append", phases=phases, **bench.how(running, "append")) as generator:
            told, _ = metered(generator, running)
        if running.database and (lost := told[-1]["answered"] - (running.stored() - before)) > 0:
            raise NotTheSameWork(f"{system}: {lost} of {told[-1]['answered']} acked messages are not stored")
    return {phase["phase"]: phase for phase in told}


def does_the_work(bench: Bench, running: Running, system: str) -> None:
    with Generator("check", **bench.how(running, "append")) as generator:
        found = generator.done()
    if found != {"deduplicates": True, "numbers": True, "heard": [2, 2]}:
        raise NotTheSameWork(f"{system}: {found}")


def _windowed(work: str) -> Callable[[Bench, str], Figures]:
    def run(bench: Bench, system: str) -> Figures:
        window = {"warm": bench.length.warm, "seconds": bench.length.seconds}
        with (
            bench.home.run(system) as running,
            Generator(work, **bench.how(running, work), **window) as generator,
        ):
            return metered(generator, running)[1]

    return run


def paint(bench: Bench, system: str) -> Figures:
    """The panel opens on a conversation of 200 events."""
    with bench.home.run(system) as running:
        if running.dialect != "candid":
            _tell_long_stories(bench, running)
        how = bench.how(running, "paint")
        with Generator("paint", times=bench.length.times, **how) as generator:
            found = metered(generator, running)[1]
    if found["events"] < 200:
        raise NotTheSameWork(f"{system}: {found['events']} events painted")
    return found


def _tell_long_stories(bench: Bench, running: Running) -> None:
    with Generator("talk", times=200, **bench.how(running, "paint")) as generator:
        generator.done()


def crowd(bench: Bench, system: str) -> Figures:
    """W3, memory and CPU of sockets on which nothing happens; of ours, also the storm after a restart."""
    with bench.home.run(f"{system} / crowd") as running:
        work = "storm" if running.dialect == "candid" else "idle"
        with Generator(work, **bench.how(running, "crowd")) as generator:
            memory = _memory(generator, running) | {"rest": _share(bench, running)}
            generator.say({})
            if work == "idle":
                return memory | generator.done()
            return memory | storm(generator, running)


def _memory(generator: Generator, running: Running) -> Figures:
    """KiB each, MiB in all; between one socket and everybody's."""
    generator.until("begin")
    before = _at_rest(running)
    generator.say({})
    begun = time.monotonic()
    sockets = generator.until("end")["sockets"]
    connected = time.monotonic() - begun
    after = _at_rest(running)
    return {"each": (after - before) / sockets, "total": after / 1024, "connected": connected}


def _share(bench: Bench, running: Running) -> float:
    """Of one core, that keeping the sockets alive takes: server and database, over whole heartbeats."""
    meter = Meter(running.roots)
    meter.mark()
    time.sleep(bench.length.rest)
    return meter.seconds() / bench.length.rest


def _at_rest(running: Running) -> float:
    """KiB once what was allocated for the handshakes has settled."""
    time.sleep(2)
    return resident(running.pid)


def storm(generator: Generator, running: Running) -> Figures:
    """Seconds from the server's first readiness until half, and until the last of them has caught up."""
    generator.until("ready")
    down = time.time()
    running.service.restart()
    up = time.time()
    done = generator.done()
    seconds = float("inf") if done["missing"] else done["last"] / 1000 - up
    half, p99 = done["half"] / 1000 - up, done["ack"]["p99"] / 1000
    return {**done, "back": seconds, "half": half, "p99": p99, "down": up - down}


RUNS: dict[str, Callable[[Bench, str], Figures]] = {
    "append": append,
    "bot": _windowed("bot"),
    "fanout": _windowed("fanout"),
    "crowd": crowd,
    "paint": paint,
}
