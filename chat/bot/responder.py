"""From a stored message to the bot's decision: read, rank, decide. Nothing is written here."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from django.utils import timezone
from msgspec.structs import replace

from chat import queries
from chat.bot.index import SiteFaq
from chat.bot.known import Known, Readers, Rules, known_at
from chat.bot.language import tone_for
from chat.domain import commands as c
from chat.domain.decision import Answer, Clarify, Decision, HandOver, History, SayCode, decide_reply
from chat.domain.escalation import read_signals
from chat.domain.events import Message, Outcome, Reason, Source, Speech, Tried
from chat.domain.matching import Ranked
from chat.domain.personal import personalise
from chat.domain.questions import splits_of
from chat.domain.several import decide_several
from chat.domain.state import State, Status
from chat.models import Conversation, Site

_NEW = History()

#: Where the bot only speaks nobody asks who is here.
_NOBODY = c.Availability(agents_here=False)


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """A visitor's message, and the conversation's state when the bot thinks about it, which knows the page."""

    site_pk: int
    seq: int
    text: str
    language: str
    state: State

    @property
    def readers(self) -> Readers:
        return self.site_pk, self.language


def think(conversation: Conversation, seq: int) -> c.BotReplies:
    """What the bot would do about the visitor's message at ``seq``, asked alone."""
    message = conversation.events.get(seq=seq).event
    if not isinstance(message, Message):
        raise ValueError(f"no message at {seq}")
    question = Question(
        site_pk=conversation.site_id,
        seq=seq,
        text=message.text,
        language=conversation.visitor.language,
        state=conversation.state,
    )
    return think_about(question, known_at([question.readers])[question.readers])


def think_about(question: Question, known: Known) -> c.BotReplies:
    """What the bot would do about it. Reads nothing, unless it hands over. Runs in a worker thread."""
    if known.rehearsal and question.state.status is Status.BOT:
        return _left_to_people(question)
    history = _history(question.state, question.seq)
    page = question.state.page
    decision = decide(known.rules, question.text, known.faq, language=question.language, history=history, page=page)
    return _command(question, decision)


def _left_to_people(question: Question) -> c.BotReplies:
    """The bot is in rehearsal: it says nothing to visitors, who began with it before that."""
    return c.BotReplies(
        in_reply_to=question.seq,
        decision=HandOver.kind,
        hand_over=Reason.PEOPLE_FIRST,
        availability=_availability(question.site_pk),
    )


def decide(
    rules: Rules, text: str, faq: SiteFaq, *, language: str, history: History = _NEW, page: str | None = None
) -> Decision:
    """The one way to a decision: of the bot's turns, and of what owners try beforehand."""
    signals = read_signals(
        text,
        language=language,
        tone=tone_for(text, language),
        sensitive_topics=rules.sensitive_topics,
        earlier=history.previous_questions,
        page=page,
        page_rules=rules.page_rules,
        team=rules.team,
    )

    def about(question: str) -> Decision:
        return decide_reply(
            text=question,
            index_ranked=faq.index.rank(question),
            signals=signals,
            history=history,
            entries=faq.entries,
            scale=faq.index.scale(question),
            answer_from=rules.answer_from,
        )

    whole = about(text)
    each_way = (decide_several(whole, [about(question) for question in split]) for split in splits_of(text))
    return _as_said(next((several for several in each_way if several is not whole), whole), faq, rules)


def _as_said(decision: Decision, faq: SiteFaq, rules: Rules) -> Decision:
    """An answer with its placeholders filled; where the visitor can't read it, that there is one."""
    if not isinstance(decision, Answer):
        return decision
    if decision.entry_id in faq.foreign:
        return SayCode(code=Speech.OTHER_LANGUAGE, confidence=decision.confidence, evidence=decision.evidence)
    text = personalise(decision.text, rules.values)
    if not text.strip():
        # Nothing but a placeholder, and nothing to fill it with.
        return SayCode(code=Speech.NO_ANSWER_YET, confidence=decision.confidence, evidence=decision.evidence)
    return replace(decision, text=text)


def _history(state: State, seq: int) -> History:
    """As it was before the message at ``seq``: later ones may have come in meanwhile."""
    owed = state.turns_owed
    later = len(owed) - owed.index(seq) if seq in owed else 1
    return History(
        previous_questions=state.questions[:-later],
        failures=state.failures,
        answered_entry_ids=state.answered,
        offered=tuple(_offered(state)),
    )


def _offered(state: State) -> Iterator[str]:
    for tried in state.tried:
        if tried.outcome is Outcome.OFFERED and tried.entry_id not in state.answered:
            yield tried.title


def _command(question: Question, decision: Decision) -> c.BotReplies:
    text, code, source, choices, hand_over = _speech(decision)
    evidence = decision.evidence
    return c.BotReplies(
        in_reply_to=question.seq,
        decision=decision.kind,
        text=text,
        code=code,
        source=source,
        choices=choices,
        confidence=round(decision.confidence, 4),
        tried=_tried(decision),
        quote=evidence.quote,
        tone=evidence.tone,
        failed=decision.failed,
        hand_over=hand_over,
        availability=_availability(question.site_pk) if hand_over else _NOBODY,
    )


def _availability(site_pk: int) -> c.Availability:
    return queries.availability_at_click(Site.objects.get(pk=site_pk), timezone.now())


def _tried(decision: Decision) -> tuple[Tried, ...]:
    """What an agent should know that the bot tried: not the FAQ's nearest entries to "hello" or "a person, please"."""
    ranked = decision.evidence.ranked
    if isinstance(decision, Answer):
        return tuple(_try(r, Outcome.ANSWERED) for r in ranked if r.entry_id == decision.entry_id)
    if isinstance(decision, Clarify):
        offered = {choice.entry_id for choice in decision.choices}
        return tuple(_try(r, Outcome.OFFERED) for r in ranked if r.entry_id in offered)
    if decision.failed or (isinstance(decision, HandOver) and decision.reason is Reason.NO_ANSWER):
        return tuple(_try(r, Outcome.CONSIDERED) for r in ranked[:2])
    return ()


def _try(ranked: Ranked, outcome: Outcome) -> Tried:
    return Tried(entry_id=ranked.entry_id, title=ranked.title, score=round(ranked.score, 4), outcome=outcome)


#: Whoever asked for a person needs no sentence about it; and what people look after, the bot may well know.
_HANDING_OVER: dict[Reason, Speech | None] = {
    Reason.ASKED: None,
    Reason.URGENT: Speech.FOR_PEOPLE,
    Reason.FRUSTRATION: Speech.FOR_PEOPLE,
    Reason.SENSITIVE_TOPIC: Speech.FOR_PEOPLE,
    Reason.PAGE_RULE: Speech.FOR_PEOPLE,
}

Said = tuple[str, Speech | None, Source | None, tuple[Source, ...], Reason | None]


def _speech(decision: Decision) -> Said:
    match decision:
        case Answer():
            return decision.text, None, Source(entry_id=decision.entry_id, title=decision.title), (), None
        case Clarify():
            offered = tuple(Source(entry_id=choice.entry_id, title=choice.title) for choice in decision.choices)
            return "", Speech.SEVERAL if decision.several else Speech.UNSURE, None, offered, None
        case SayCode():
            return "", decision.code, None, (), None
        case HandOver(danger=True):
            return "", Speech.DANGER, None, (), decision.reason
        case HandOver():
            return "", _HANDING_OVER.get(decision.reason, Speech.HANDING_OVER), None, (), decision.reason
