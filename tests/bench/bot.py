"""The bot's matching beside its peers, in one run, on one kit.

    python -m tests.bench.bot KIT [--out tests/bench/bot.md] [--rounds 30]     # the peers: requirements/bench.txt

Each gets the same titles and up to five paraphrases of each business and the same questions that the FAQ covers, at
most 50 a business. A peer that isn't installed, or doesn't start, says so in its row. Then, how soon an edit is said.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from statistics import mean, median
from typing import TypeVar

import msgspec

from chat.bot.kit_files import entry, rows
from tests.bench import bot_edits
from tests.bench.bot_peers import PEERS, Business, Peer

T = TypeVar("T")
PARAPHRASES = 5
QUESTIONS = 50
HEAD = """# The bot beside its peers

Made by `python -m tests.bench.bot KIT` in one run: the same titles and up to five paraphrases, the same covered
questions, mean over the kit's businesses. Ranking only: none of the peers says when it doesn't know; what Candid's
confidence is worth, and on which data, stands in docs/decisions/0011-meaning-beside-words.md.
"""


class Measured(msgspec.Struct, frozen=True):
    """Percent right of the covered questions, ms to learn a business, ms for a question (medians)."""

    right: float
    learn: float
    answer: float


def businesses(kit: Path) -> Iterator[Business]:
    for name in json.loads((kit / "sets.json").read_bytes())["faq"]:
        faq = tuple(entry(row, PARAPHRASES) for row in rows(kit / f"faq/{name}.faq.jsonl"))
        gold = {row["qid"]: row["gold"] for row in rows(kit / f"faq/{name}.gold.jsonl")}
        asked = [(row["text"], gold[row["qid"]]) for row in rows(kit / f"faq/{name}.queries.jsonl")]
        covered = [one for one in asked if one[1]]
        yield Business(faq, tuple(covered[:: len(covered) // QUESTIONS + 1]))


def measure(peer: Peer, shops: Sequence[Business]) -> Measured:
    right, learn, answer = [], [], []
    for shop in shops:
        match, took = timed(partial(peer, shop))
        learn.append(took)
        found = [timed(partial(match, text)) for text, _ in shop.asked]
        right.append(100 * mean(got == wanted for (got, _), (_, wanted) in zip(found, shop.asked, strict=True)))
        answer += [ms for _, ms in found]
    return Measured(mean(right), median(learn), median(answer))


def timed(work: Callable[[], T]) -> tuple[T, float]:
    started = time.perf_counter()
    done = work()
    return done, 1000 * (time.perf_counter() - started)


def table(shops: Sequence[Business]) -> Iterator[str]:
    yield "| | right first (%) | learns a business (ms) | answers (ms) |\n|---|---|---|---|"
    for name, peer in PEERS.items():
        try:
            got = measure(peer, shops)
        except (ImportError, LookupError, OSError) as error:
            yield f"| {name} | – | – | does not run: {type(error).__name__} |"
        else:
            yield f"| {name} | {got.right:.1f} | {got.learn:.0f} | {got.answer:.2f} |"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("kit", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--rounds", type=int, default=30, help="of edits")
    options = parser.parse_args()
    lines = [HEAD]
    for line in chain(table(tuple(businesses(options.kit))), bot_edits.table("light", options.rounds)):
        print(line, flush=True)
        lines.append(line)
    if options.out:
        options.out.write_text("\n".join([*lines, ""]))


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    main()
