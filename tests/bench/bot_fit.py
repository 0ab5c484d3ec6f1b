"""Fits what the bot's scores mean as a probability (chat/bot/profiles.py, chat/domain/confidence.py).

    python -m tests.bench.bot_fit KIT [words|light|semantic]

One logistic curve over confidence.Evidence. Every business weighs the same, the real ones (whose visitors ask
mostly what the FAQ doesn't cover) twice. Printed first: how each fares with the numbers of all the others.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from chat.bot.hybrid import HybridIndex
from chat.bot.kit_files import entry, rows
from chat.bot.profiles import profile
from chat.domain.confidence import Scale, evidence
from chat.domain.decision import ANSWER_FROM, CLARIFY_FROM

Array = NDArray[np.float64]
REAL_COUNT_TWICE = ("real_oos",)
CUTS = (0.75, 0.8, 0.82, 0.85, 0.9)


class Asked(msgspec.Struct, frozen=True):
    """One business with k paraphrases: per question 1 and the evidence, whether the best is right, is among three,
    and whether the FAQ has an answer."""

    business: str
    weight: float
    evidence: Array
    right: Array
    among: Array
    covered: Array


def ask(kit: Path, business: str, k: Any, share: float, index_profile: str) -> Asked:
    faq = [entry(row, k) for row in rows(kit / f"faq/{business}.faq.jsonl")]
    gold = {row["qid"]: row for row in rows(kit / f"faq/{business}.gold.jsonl")}
    entries = {one.id: one for one in faq}
    index, found = HybridIndex(faq, profile(index_profile)), []
    for row in rows(kit / f"faq/{business}.queries.jsonl"):
        ranked, wanted = index.rank(row["text"]), gold[row["qid"]]["gold"]
        ids = [one.entry_id for one in ranked[:3]]
        # The very same words are no guess and need no curve, nor does nothing.
        if ranked and ranked[0].score < 1.0:
            told = msgspec.structs.astuple(evidence(ranked, entries[ids[0]], row["text"]))
            found.append((*told, ids[:1] == [wanted], wanted in ids, wanted is not None))
    real = any(row["kind"] in REAL_COUNT_TWICE for row in gold.values())
    table = np.array(found, dtype=float)
    signs = np.hstack([np.ones((len(table), 1)), table[:, :-3]])
    return Asked(business, share * (2 if real else 1), signs, table[:, -3], table[:, -2], table[:, -1])


def fit(asked: Iterable[Asked]) -> Array:
    """Newton's method; each business weighs as much as a thousand questions."""
    kept = list(asked)
    x, y = np.concatenate([one.evidence for one in kept]), np.concatenate([one.right for one in kept])
    weights = np.concatenate([np.full(len(one.right), 1000 * one.weight / len(one.right)) for one in kept])
    scale = np.zeros(x.shape[1])
    for _ in range(25):
        p = sure(x, scale)
        bend = (x * (weights * p * (1 - p))[:, None]).T @ x + 1e-6 * np.eye(len(scale))
        scale += np.linalg.solve(bend, x.T @ (weights * (y - p)))
    return scale


def sure(evidence: Array, scale: Array) -> Array:
    p: Array = 1 / (1 + np.exp(-evidence @ scale))
    return p


def figures(one: Asked, p: Array, cut: float) -> Sequence[float]:
    """In percent: answered of the covered, precision, wrong of all, utility as the kit's scorer counts it."""
    answers, clarifies = p >= cut, (p < cut) & (p >= CLARIFY_FROM)
    wrong = (answers * (1 - one.right)).sum()
    gain = (answers * one.right).sum() + (clarifies * (0.8 * one.among - 0.2)).sum() - 2 * wrong
    answered = (answers * one.covered).sum() / one.covered.sum()
    return tuple(100 * each for each in (answered, 1 - wrong / max(1, answers.sum()), wrong / len(p), gain / len(p)))


def main(folder: str, *names: str) -> None:
    kit = Path(folder)
    counts = json.loads((kit / "sets.json").read_bytes())["faq"]
    for name in names or ("words", "light", "semantic"):
        asked = [ask(kit, business, k, 1 / len(ks), name) for business, ks in counts.items() for k in ks]
        for cut in CUTS:
            told = [
                figures(one, sure(one.evidence, fit(other for other in asked if other.business != one.business)), cut)
                for one in asked
            ]
            print(f"{name} cut {cut}: answered, precision, wrong, utility", np.round(np.mean(told, axis=0), 1))
            if cut == ANSWER_FROM:
                print("\n".join(f"  {one.business:14}{np.round(row, 1)}" for one, row in zip(asked, told, strict=True)))
        print(name, Scale(*(round(float(each), 2) for each in fit(asked))))


if __name__ == "__main__":
    main(*sys.argv[1:])
