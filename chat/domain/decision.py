"""What the bot does with one message: answer, ask which was meant, hand over, or say a fixed sentence.

It answers only with text that the owner approved, and rather hands over than bluffs. The two cut points were
chosen by measuring: see docs/decisions/0011-meaning-beside-words.md.
"""

from collections.abc import Mapping, Sequence
from typing import ClassVar

import msgspec

from chat.domain.confidence import WORDS, Scale, confidence_in, runner_up
from chat.domain.escalation import MOUNTED_AT, Signals
from chat.domain.events import Reason, Speech
from chat.domain.matching import Entry, Ranked
from chat.domain.phrases import NONE_OF_THESE, YES_OR_NO
from chat.domain.questions import same_question
from chat.domain.reading import QUOTE_CHARS
from chat.domain.words import plain

ANSWER_FROM = 0.82
CLARIFY_FROM = 0.2
"""Confidences: the least for an answer, and for asking which was meant."""
TOO_CLOSE = 0.02
"""Two entries nearer than this can't be told apart: the visitor chooses."""
CHOICES = 3
CHOICE_FROM = 0.18
SHOWN_TO_AGENTS = 5
FAILURES_TO_PERSON = 2


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """For the agent: what was considered, the visitor's own words (≤ 200 characters), and the tone if it was read."""

    ranked: tuple[Ranked, ...] = ()
    quote: str = ""
    tone: float | None = None
    subjectivity: float | None = None


class History(msgspec.Struct, frozen=True, kw_only=True):
    """This conversation before this message: earlier questions (without this one), failures in a row, answers given,
    and the titles that were offered and not yet answered."""

    previous_questions: tuple[str, ...] = ()
    failures: int = 0
    answered_entry_ids: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()


class _Decided(msgspec.Struct, frozen=True, kw_only=True):
    """`failed` counts towards the second failure, which goes to a person. `confidence` is in 0..1."""

    kind: ClassVar[str]

    confidence: float = 0.0
    evidence: Evidence = Evidence()

    @property
    def failed(self) -> bool:
        return False


class Answer(_Decided, frozen=True, kw_only=True):
    kind = "answer"

    entry_id: str
    title: str
    text: str


class Choice(msgspec.Struct, frozen=True):
    entry_id: str
    title: str
    score: float


class Clarify(_Decided, frozen=True, kw_only=True):
    """Which was meant; or, of `several` that were all meant, which first."""

    kind = "clarify"

    choices: tuple[Choice, ...]
    several: bool = False

    @property
    def failed(self) -> bool:
        return not self.several


class HandOver(_Decided, frozen=True, kw_only=True):
    """`danger`: perhaps to somebody's life, so that a person in this chat is not enough."""

    kind = "hand_over"

    reason: Reason
    danger: bool = False


class SayCode(_Decided, frozen=True, kw_only=True):
    """A fixed sentence; clients hold its words in each language."""

    kind = "say"

    code: Speech

    @property
    def failed(self) -> bool:
        return self.code in (Speech.NO_ANSWER_YET, Speech.OTHER_LANGUAGE)


Decision = Answer | Clarify | HandOver | SayCode

_COURTESIES = {"greeting": Speech.GREETING, "thanks": Speech.THANKS, "goodbye": Speech.GOODBYE}


def decide_reply(
    *,
    text: str,
    index_ranked: Sequence[Ranked],
    signals: Signals,
    history: History,
    entries: Mapping[str, Entry],
    scale: Scale = WORDS,
    answer_from: float = ANSWER_FROM,
) -> Decision:
    """`index_ranked` and `scale` are the index's for this text; entries missing from `entries` are never used.

    `answer_from` is the confidence from which this site's bot answers.
    """
    ranked = tuple(found for found in index_ranked if found.entry_id in entries)
    evidence = _evidence(text, ranked, signals)
    return (
        _person_first(signals, evidence)
        or _manners(signals, evidence)
        or _answer_to_nothing(text, history, evidence)
        or _again(text, history, evidence)
        or _none_of_these(text, evidence)
        or _from_faq(ranked, confidence_in(ranked, entries, text, scale), history, entries, evidence, answer_from)
    )


def _evidence(text: str, ranked: tuple[Ranked, ...], signals: Signals) -> Evidence:
    return Evidence(
        ranked=ranked[:SHOWN_TO_AGENTS],
        quote=text.strip()[:QUOTE_CHARS],
        tone=_tone(signals),
        subjectivity=signals.tone.subjectivity if signals.tone else None,
    )


def _tone(signals: Signals) -> float | None:
    """TextBlob's polarity; where more was heard than its lexicon knows, how upset that sounded."""
    if signals.tone is None or signals.frustration is None:
        return signals.tone.polarity if signals.tone else None
    return min(signals.tone.polarity, -max(signals.frustration_score, MOUNTED_AT))


def _person_first(signals: Signals, evidence: Evidence) -> HandOver | None:
    """What must not wait for an answer; first what must not wait in line either."""
    causes = (
        (Reason.URGENT, signals.urgent),
        (Reason.SENSITIVE_TOPIC, signals.sensitive),
        (Reason.ASKED, signals.asks_person),
        (Reason.FRUSTRATION, signals.frustration),
        (Reason.PAGE_RULE, signals.page_rule),
    )
    for reason, quote in causes:
        if quote is not None:
            quoted = msgspec.structs.replace(evidence, quote=quote)
            return HandOver(reason=reason, danger=signals.danger is not None, confidence=1.0, evidence=quoted)
    return None


def _manners(signals: Signals, evidence: Evidence) -> SayCode | None:
    if signals.asks_if_bot is not None:
        quoted = msgspec.structs.replace(evidence, quote=signals.asks_if_bot)
        return SayCode(code=Speech.IDENTITY, confidence=1.0, evidence=quoted)
    if signals.courtesy is not None:
        return SayCode(code=_COURTESIES[signals.courtesy], confidence=1.0, evidence=evidence)
    return None


def _answer_to_nothing(text: str, history: History, evidence: Evidence) -> SayCode | None:
    """ "No", where the bot asked nothing and said nothing that it could mean: no question to look up either."""
    said = set(plain(text).split())
    if not said or not said <= YES_OR_NO or history.offered or history.answered_entry_ids or history.failures:
        return None
    return SayCode(code=Speech.THANKS, confidence=1.0, evidence=evidence)


def _again(text: str, history: History, evidence: Evidence) -> HandOver | None:
    """The same question again, also reworded: the last reply did not help, so it is not given twice.

    What is chosen from the bot's own offers is no repetition, though it be nearly what was asked.
    """
    if plain(text) in map(plain, history.offered):
        return None
    if any(same_question(text, question) for question in history.previous_questions):
        return HandOver(reason=Reason.REPEATED_QUESTION, confidence=1.0, evidence=evidence)
    return None


def _none_of_these(text: str, evidence: Evidence) -> HandOver | None:
    """What was offered is not what was meant, and the visitor took the trouble to say so."""
    return HandOver(reason=Reason.NO_ANSWER, evidence=evidence) if plain(text) in NONE_OF_THESE else None


def _from_faq(
    ranked: Sequence[Ranked],
    confidence: float,
    history: History,
    entries: Mapping[str, Entry],
    evidence: Evidence,
    answer_from: float,
) -> Decision:
    if confidence < answer_from or _torn(ranked):
        return _unsure(ranked, confidence, history, evidence)
    entry = entries[ranked[0].entry_id]
    if history.answered_entry_ids[-1:] == (entry.id,):
        return HandOver(reason=Reason.REPEATED_QUESTION, confidence=confidence, evidence=evidence)
    return Answer(entry_id=entry.id, title=entry.title, text=entry.answer, confidence=confidence, evidence=evidence)


def _unsure(ranked: Sequence[Ranked], confidence: float, history: History, evidence: Evidence) -> Decision:
    if history.failures + 1 >= FAILURES_TO_PERSON:
        return HandOver(reason=Reason.NO_ANSWER, confidence=confidence, evidence=evidence)
    choices = _choices(ranked) if confidence >= CLARIFY_FROM else ()
    if choices:
        return Clarify(choices=choices, confidence=confidence, evidence=evidence)
    return SayCode(code=Speech.NO_ANSWER_YET, confidence=confidence, evidence=evidence)


def _choices(ranked: Sequence[Ranked]) -> tuple[Choice, ...]:
    """Up to three different titles that are not far behind the best."""
    least = max(CHOICE_FROM, ranked[0].score / 3)
    distinct = {plain(found.title): found for found in reversed(ranked) if found.score >= least}
    best_first = sorted(distinct.values(), key=lambda found: -found.score)[:CHOICES]
    return tuple(Choice(found.entry_id, found.title, found.score) for found in best_first)


def _torn(ranked: Sequence[Ranked]) -> bool:
    """The very words of one entry alone leave no doubt, however near the next one is."""
    best, next_best = ranked[0].score, runner_up(ranked)
    return best - next_best < TOO_CLOSE and not next_best < best == 1.0
