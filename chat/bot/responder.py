"""From a stored message to the bot's decision: read, rank, decide. Nothing is written here."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone

from chat import queries
from chat.bot.index import SiteFaq, SiteIndexes
from chat.bot.language import tone_for
from chat.domain import commands as c
from chat.domain.decision import Answer, Clarify, Decision, HandOver, History, SayCode, decide_reply
from chat.domain.escalation import read_signals
from chat.domain.events import Message, Outcome, Reason, Source, Speech, Tried
from chat.domain.matching import Entry, Ranked
from chat.domain.state import State
from chat.models import Conversation, FaqEntry, Site


def _load(site_id: int) -> Iterable[Entry]:
    for row in FaqEntry.objects.filter(site_id=site_id, published=True):
        yield Entry(id=str(row.public_id), title=row.title, paraphrases=tuple(row.paraphrases), answer=row.answer)


def _version_of(site_id: int) -> int:
    return Site.objects.values_list("faq_version", flat=True).get(pk=site_id)


indexes = SiteIndexes(load=_load, version_of=_version_of)
_NEW = History()


def think(conversation: Conversation, seq: int) -> c.BotReplies:
    """What the bot would do about the visitor's message at ``seq``. Runs in a worker thread."""
    message = conversation.events.get(seq=seq).event
    if not isinstance(message, Message):
        raise ValueError(f"no message at {seq}")
    faq = indexes.get(conversation.site_id)
    language = conversation.visitor.language
    decision = decide(
        conversation.site, message.text, faq, language=language, history=_history(conversation.state, seq)
    )
    return _command(conversation, seq, decision)


def decide(site: Site, text: str, faq: SiteFaq, *, language: str, history: History = _NEW) -> Decision:
    """The one way to a decision: of the bot's turns, and of what owners try beforehand."""
    signals = read_signals(
        text, language=language, tone=tone_for(text, language), sensitive_topics=site.sensitive_topics
    )
    ranked = faq.index.rank(text)
    return decide_reply(text=text, index_ranked=ranked, signals=signals, history=history, entries=faq.entries)


def _history(state: State, seq: int) -> History:
    """As it was before the message at ``seq``: later ones may have come in meanwhile."""
    owed = state.turns_owed
    later = len(owed) - owed.index(seq) if seq in owed else 1
    return History(
        previous_questions=state.questions[:-later],
        failures=state.failures,
        answered_entry_ids=state.answered,
    )


def _command(conversation: Conversation, seq: int, decision: Decision) -> c.BotReplies:
    text, code, source, choices, hand_over = _speech(decision)
    evidence = decision.evidence
    return c.BotReplies(
        in_reply_to=seq,
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
        availability=queries.availability_at_click(conversation.site, timezone.now()),
    )


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


Said = tuple[str, Speech | None, Source | None, tuple[Source, ...], Reason | None]


def _speech(decision: Decision) -> Said:
    match decision:
        case Answer():
            return decision.text, None, Source(entry_id=decision.entry_id, title=decision.title), (), None
        case Clarify():
            offered = tuple(Source(entry_id=choice.entry_id, title=choice.title) for choice in decision.choices)
            return "", Speech.UNSURE, None, offered, None
        case SayCode():
            return "", decision.code, None, (), None
        case HandOver():
            # Whoever asked for a person needs no sentence from the bot about it.
            code = None if decision.reason is Reason.ASKED else Speech.HANDING_OVER
            return "", code, None, (), decision.reason
