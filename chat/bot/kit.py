"""An evaluation kit: FAQs with questions, and texts to be judged, answered by exactly the bot's own code.

``sets.json`` names the sets: ``faq`` with the numbers of paraphrases to use beside the title ("all" for all), and
``text``. Files with the right answers are never opened.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from chat.bot.index import SiteFaq, site_faq
from chat.bot.language import tone_for
from chat.domain.confidence import confidence_in
from chat.domain.decision import Answer, Clarify, History, decide_reply
from chat.domain.escalation import UPSET_AT, frustration_score, person_score, read_signals
from chat.domain.matching import Entry

Line = dict[str, Any]
LANGUAGE = "en"
SURE_OF_PERSON = 0.5


class Kit:
    """OSError or ValueError where the folder is not laid out so."""

    def __init__(self, folder: Path, *, profile: str) -> None:
        self._profile = profile
        self._folder = folder
        sets = json.loads((folder / "sets.json").read_bytes())
        self._faqs: dict[str, list[int | str]] = sets.get("faq", {})
        self._texts: list[str] = sets.get("text", [])

    def __len__(self) -> int:
        asked = sum(len(self._questions(name)) * len(counts) for name, counts in self._faqs.items())
        return asked + sum(len(self._judged(name)) for name in self._texts)

    def predictions(self) -> Iterator[Line]:
        for name, counts in self._faqs.items():
            for k in counts:
                yield from self._answered(name, k)
        for name in self._texts:
            score, least = _score_of(name)
            for row in self._judged(name):
                found = score(row["text"])
                yield {"set": name, "qid": row["qid"], "score": round(found, 6), "label": found >= least}

    def _answered(self, name: str, k: int | str) -> Iterator[Line]:
        faq = site_faq((entry(row, k) for row in rows(self._folder / f"faq/{name}.faq.jsonl")), using=self._profile)
        for row in self._questions(name):
            yield {"set": name, "k": k, "qid": row["qid"], **_prediction(row["text"], faq)}

    def _questions(self, name: str) -> list[Line]:
        return rows(self._folder / f"faq/{name}.queries.jsonl")

    def _judged(self, name: str) -> list[Line]:
        return rows(self._folder / f"text/{name}.queries.jsonl")


def rows(path: Path) -> list[Line]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def entry(row: Line, k: int | str) -> Entry:
    paraphrases = row["paraphrases"] if k == "all" else row["paraphrases"][: int(k)]
    return Entry(id=row["id"], title=row["title"], paraphrases=tuple(paraphrases), answer=row.get("answer") or "")


def _score_of(name: str) -> tuple[Callable[[str], float], float]:
    """What judges the texts of that set, and from which score on the bot acts."""
    if name.startswith("frustration"):
        return (lambda text: frustration_score(text, tone_for(text, LANGUAGE))), UPSET_AT
    return person_score, SURE_OF_PERSON


def _prediction(text: str, faq: SiteFaq) -> Line:
    ranked = faq.index.rank(text)
    scale = faq.index.scale(text)
    decision = decide_reply(
        text=text,
        index_ranked=ranked,
        signals=read_signals(text, language=LANGUAGE, tone=tone_for(text, LANGUAGE)),
        history=History(),
        entries=faq.entries,
        scale=scale,
    )
    return {
        "ranked": [[found.entry_id, round(found.score, 4)] for found in ranked],
        "confidence": round(confidence_in(ranked, scale), 6),
        "action": {Answer.kind: "answer", Clarify.kind: "clarify"}.get(decision.kind, "handover"),
    }
