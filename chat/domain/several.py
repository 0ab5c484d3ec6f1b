"""A message that asks more than one thing: the visitor chooses what to hear first, and nothing is passed over."""

from collections.abc import Sequence

from msgspec.structs import replace

from chat.domain.decision import CHOICES, SHOWN_TO_AGENTS, Answer, Choice, Clarify, Decision, HandOver, SayCode
from chat.domain.events import Reason, Speech
from chat.domain.matching import Ranked


def decide_several(whole: Decision, parts: Sequence[Decision]) -> Decision:
    """`whole` decides about all of the message; it stands unless two of its `parts` have answers of their own.

    The owner's texts are never joined: each answer keeps its source, and its own "did this help?".
    """
    answers = {part.entry_id: part for part in parts if isinstance(part, Answer)}
    if _stands(whole) or len(answers) < 2:
        return whole
    choices = tuple(Choice(each.entry_id, each.title, each.confidence) for each in answers.values())[:CHOICES]
    confidence = min(each.confidence for each in answers.values())
    evidence = replace(whole.evidence, ranked=_best_of(tuple(answers.values())))
    return Clarify(choices=choices, several=True, confidence=confidence, evidence=evidence)


def _stands(whole: Decision) -> bool:
    """A person is needed, or it was asked what we are: no answer may stand before that. Or it was an entry's own words,
    chosen from what was offered: owners ask two things at once, too."""
    if isinstance(whole, Answer):
        return whole.confidence >= 1.0
    if isinstance(whole, HandOver):
        return whole.reason is not Reason.NO_ANSWER
    return isinstance(whole, SayCode) and whole.code is not Speech.NO_ANSWER_YET


def _best_of(answers: Sequence[Answer]) -> tuple[Ranked, ...]:
    """Each answer's entry as its own question ranked it."""
    found = (ranked for each in answers for ranked in each.evidence.ranked if ranked.entry_id == each.entry_id)
    return tuple(found)[:SHOWN_TO_AGENTS]
