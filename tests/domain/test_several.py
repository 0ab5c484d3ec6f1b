"""Two questions in one message: the visitor chooses what to hear first."""

import pytest

from chat.domain.decision import Answer, Decision, Evidence, HandOver, SayCode
from chat.domain.events import Reason, Speech
from chat.domain.matching import Ranked
from chat.domain.several import decide_several

UNSURE = SayCode(code=Speech.NO_ANSWER_YET)


def answer(entry: str, confidence: float = 0.9) -> Answer:
    evidence = Evidence(ranked=(Ranked(entry, entry, confidence),))
    return Answer(entry_id=entry, title=entry, text=f"About {entry}.", confidence=confidence, evidence=evidence)


SHIPPING, RETURNS = answer("shipping"), answer("returns", 0.8)


@pytest.mark.parametrize("whole", [UNSURE, SHIPPING, HandOver(reason=Reason.NO_ANSWER)])
def test_both_are_offered_and_nothing_failed(whole: Decision) -> None:
    decided = decide_several(whole, [SHIPPING, RETURNS])
    assert decided.kind == "clarify"
    assert not decided.failed
    assert decided.confidence == RETURNS.confidence
    assert [found.entry_id for found in decided.evidence.ranked] == ["shipping", "returns"]


@pytest.mark.parametrize("parts", [[], [SHIPPING], [SHIPPING, SHIPPING], [SHIPPING, UNSURE]])
def test_fewer_than_two_answers_change_nothing(parts: list[Decision]) -> None:
    assert decide_several(UNSURE, parts) is UNSURE


def test_an_entrys_own_words_are_one_question() -> None:
    chosen = answer("shipping and returns", 1.0)
    assert decide_several(chosen, [SHIPPING, RETURNS]) is chosen


@pytest.mark.parametrize("whole", [HandOver(reason=Reason.ASKED), SayCode(code=Speech.IDENTITY)])
def test_a_person_and_the_truth_come_first(whole: Decision) -> None:
    assert decide_several(whole, [SHIPPING, RETURNS]) is whole
