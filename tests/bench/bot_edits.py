"""How soon an edit is said: from the answer to an owner's PATCH to the bot's first answer with it.

    python -m tests.bench.bot_edits [--rounds 30] [--profile light]     # private servers, PostgreSQL and Redis

The FAQ has 100 entries of six wordings each. In each round a new visitor asks for an entry as it is; then the owner
gives it another question and answer, and as soon as that is acknowledged another visitor asks for it, at the same
process or at the other. Both times are whole turns: message out, committed, decided, committed, answer in.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import product
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import Any

import httpx
import msgspec

from tests.services.candid import Candid
from tests.services.postgres import Postgres
from tests.services.redis import Redis
from tests.sockets import stored
from tests.sockets.client import PROOF, Visitor
from tests.sockets.conftest import seed

HEAD = """
## How soon an edit is said

Made by `python -m tests.bench.bot_edits` ({profile}, 100 entries of six wordings, {rounds} rounds): milliseconds of
whole turns over a socket, median and 9 in 10. The first answer after an acknowledged edit always had it: a stale one
ends the run.

| asked at | nothing edited | from the PATCH's answer to the edited answer | the edit's part | PATCH itself |
|---|---|---|---|---|"""
NAMES = [first + last for first, last in product(["Ad", "Be", "Co", "Di", "Ed", "Fi"], ["lo", "mi", "na", "ru", "sto"])]
DOES = ["sell", "repair", "glaze", "fire", "lend", "ship", "wrap", "paint", "collect", "recycle"]
THINGS = ["mugs", "bowls", "teapots", "plates", "vases", "jugs", "tiles", "lamps", "candles", "spoons"]
FAQ: list[dict[str, Any]] = [
    {
        "title": f"Do you {does} {things}?",
        "paraphrases": [
            f"Can you {does} {things} for me?",
            f"I want you to {does} my {things}",
            f"{does} {things} price",
            f"Is it possible to {does} {things} at your shop?",
            f"How long does it take to {does} {things}?",
        ],
        "answer": f"Yes, we {does} {things} on Tuesdays, in the workshop behind the mill.",
    }
    for does, things in product(DOES, THINGS)
]


class Round(msgspec.Struct, frozen=True):
    """Milliseconds."""

    plain: float
    edited: float
    patch: float


class Owner:
    def __init__(self, server: Candid, cookie: str) -> None:
        cookies = {"sessionid": cookie.partition("=")[2], "csrftoken": "t" * 32}
        headers = {"X-CSRFToken": "t" * 32, "Origin": server.url}
        self._http = httpx.AsyncClient(base_url=f"{server.url}/api/v1/", cookies=cookies, headers=headers, timeout=30)

    async def does(self, method: str, path: str, body: Any = None) -> Any:
        answer = await self._http.request(method, path, json=body)
        answer.raise_for_status()
        return answer.json() if answer.content else None

    async def knows(self, faq: Sequence[dict[str, Any]]) -> list[str]:
        """The FAQ is this and nothing else; the entries' ids."""
        for old in await self.does("GET", "faq/"):
            await self.does("DELETE", f"faq/{old['id']}/")
        return [(await self.does("POST", "faq/", entry))["id"] for entry in faq]


async def ask(server: Candid, site: str, text: str, answer: str) -> tuple[Visitor, Any]:
    """A visitor who is connected, and what asks: seconds until that answer, ValueError where there is another."""
    vera = await Visitor(server, site=site).come()

    async def asks() -> float:
        since = time.perf_counter()
        await vera.sends("send", text=text, disclosure=PROOF)
        said = await vera.sees("message", author_kind="bot")
        if said["text"] != answer:
            raise ValueError(f"{text!r} was answered by {said!r}")
        return time.perf_counter() - since

    return vera, asks


async def measure(edited_at: Candid, asked_at: Candid, cookie: str, rounds: int) -> list[Round]:
    owner, other, site = Owner(edited_at, cookie), Owner(asked_at, cookie), stored.site_key(asked_at)
    ids = await owner.knows(FAQ)
    found = []
    for n in range(rounds):
        new = {"title": f"May I bring a dog called {NAMES[n % len(NAMES)]}?", "answer": f"Dogs may come, on day {n}."}
        old = FAQ[n]
        await other.does("POST", "faq/try/", {"text": old["title"]})  # All earlier edits are indexed.
        before, asks_old = await ask(asked_at, site, old["title"], old["answer"])
        after, asks_new = await ask(asked_at, site, new["title"], new["answer"])
        plain = await asks_old()
        since = time.perf_counter()
        await owner.does("PATCH", f"faq/{ids[n]}/", new)
        patch = time.perf_counter() - since
        found.append(Round(*(1000 * each for each in (plain, await asks_new(), patch))))
        await owner.does("PATCH", f"faq/{ids[n]}/", old)
        for vera in (before, after):
            await vera.leave()
    return found


@contextmanager
def served(profile: str, folder: Path, *, together: bool) -> Iterator[tuple[Candid, Candid, str]]:
    """Two processes, or one twice; and the owner's session."""
    with ExitStack() as stack:
        settings = {"LIMITS_FACTOR": "100000", "BOT_PROFILE": profile, "SECRET_KEY": "bench"}
        if together:
            postgres, redis = Postgres(), Redis(folder)
            for service in (postgres, redis):
                service.start()
                stack.callback(service.stop)
            settings |= {"DATABASE_URL": postgres.url, "REDIS_URL": redis.url}
        servers = []
        for name in ("here", "there")[: 1 + together]:
            (folder / name).mkdir()
            servers.append(Candid(folder / name, settings=settings))
        cookie = seed(servers[0])["olga"]
        for server in servers:
            server.start()
            stack.callback(server.stop)
        yield servers[0], servers[-1], cookie


def row(name: str, rounds: Sequence[Round]) -> str:
    part = median(each.edited for each in rounds) - median(each.plain for each in rounds)
    columns = [_told([getattr(each, of) for each in rounds]) for of in ("plain", "edited")]
    return f"| {name} | {columns[0]} | {columns[1]} | {part:.0f} | {_told([each.patch for each in rounds])} |"


def _told(figures: Sequence[float]) -> str:
    return f"{median(figures):.0f}, {quantiles(figures, n=10)[-1]:.0f}"


def table(profile: str, rounds: int) -> Iterator[str]:
    yield HEAD.format(profile=profile, rounds=rounds)
    with TemporaryDirectory() as folder, served(profile, Path(folder), together=False) as (only, _, olga):
        yield row("SQLite, the one process", asyncio.run(measure(only, only, olga, rounds)))
    with TemporaryDirectory() as folder, served(profile, Path(folder), together=True) as (here, there, olga):
        yield row("PostgreSQL, the same process", asyncio.run(measure(here, here, olga, rounds)))
        yield row("PostgreSQL, the other process", asyncio.run(measure(here, there, olga, rounds)))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--profile", default="light")
    options = parser.parse_args()
    for line in table(options.profile, options.rounds):
        print(line, flush=True)


if __name__ == "__main__":
    main()
