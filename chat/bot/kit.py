"""An evaluation kit: FAQs with questions, and texts to be judged, answered by exactly the bot's own code.

``sets.json`` names the sets: ``faq`` with the numbers of paraphrases to use beside the title ("all" for all), and
``text``. Files with the right answers are never opened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec.structs import replace

from chat.bot.index import SiteFaq, site_faq
from chat.bot.kit_check import sets_in
from chat.bot.kit_files import Line, entry, rows
from chat.bot.known import Rules
from chat.bot.language import tone_for
from chat.bot.responder import decide
from chat.domain.confidence import confidence_in
from chat.domain.decision import ANSWER_FROM, Answer, Clarify, Decision
from chat.domain.escalation import UPSET_AT, frustration_score, person_score

LANGUAGE = "en"
SURE_OF_PERSON = 0.5
_RULES = Rules(sensitive_topics=(), page_rules=(), answer_from=ANSWER_FROM, values={})


class Kit:
    """OSError, or ValueError that names file and line, where the folder is not laid out so."""

    def __init__(self, folder: Path, *, profile: str) -> None:
        self._profile = profile
        self._folder = folder
        sets = sets_in(folder)
        self._faqs, self._texts = sets.faq, sets.text

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
        # Most kits' entries have no answer, which the bot would not say; the index must not know of this one.
        entries = {one.id: replace(one, answer=one.answer or one.title) for one in faq.entries.values()}
        faq = replace(faq, entries=entries)
        for row in self._questions(name):
            yield {"set": name, "k": k, "qid": row["qid"], **_prediction(row["text"], faq)}

    def _questions(self, name: str) -> list[Line]:
        return rows(self._folder / f"faq/{name}.queries.jsonl")

    def _judged(self, name: str) -> list[Line]:
        return rows(self._folder / f"text/{name}.queries.jsonl")


def _score_of(name: str) -> tuple[Callable[[str], float], float]:
    """What judges the texts of that set, and from which score on the bot acts."""
    if name.startswith("frustration"):
        return (lambda text: frustration_score(text, tone_for(text, LANGUAGE))), UPSET_AT
    return person_score, SURE_OF_PERSON


def _prediction(text: str, faq: SiteFaq) -> Line:
    ranked = faq.index.rank(text)
    scores = {found.entry_id: round(found.score, 4) for found in ranked}
    decision = decide(_RULES, text, faq, language=LANGUAGE)
    # What is shown comes first: of several questions in one message each has its own best.
    first = dict.fromkeys([*_shown(decision), *scores])
    sure = decision.confidence if _shown(decision) else confidence_in(ranked, faq.entries, text, faq.index.scale(text))
    return {
        "ranked": [[key, scores.get(key, 0.0)] for key in first],
        "confidence": round(sure, 6),
        "action": {Answer.kind: "answer", Clarify.kind: "clarify"}.get(decision.kind, "handover"),
    }


def _shown(decision: Decision) -> list[str]:
    match decision:
        case Answer():
            return [decision.entry_id]
        case Clarify():
            return [choice.entry_id for choice in decision.choices]
    return []
