"""Visitors' and agents' verdicts on the bot's answers, kept for the site's correction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from chat.domain import events as e
from chat.domain import learning
from chat.models import BotVerdict, Conversation, Event, Site

#: So many of a conversation's latest turns are looked through for the one that a verdict is about.
LATEST = 100
#: So many verdicts count: a site's FAQ changes, and what was right about the old one says little.
VERDICTS = 300


def learn(conversation: Conversation, events: Sequence[Event], now: datetime) -> None:
    """In the transaction that stores ``events``. Only answers teach: of a question back there is no right or wrong."""
    for row in events:
        if row.kind not in ("answer_rated", "answer_judged"):
            continue
        event = row.event
        if isinstance(event, e.AnswerRated):
            _keep(conversation, _question_of(conversation, event), BotVerdict.By.VISITOR, event.helped, now)
        elif isinstance(event, e.AnswerJudged):
            _keep(conversation, event.in_reply_to, BotVerdict.By.AGENT, event.right, now)


def _question_of(conversation: Conversation, rated: e.AnswerRated) -> int | None:
    answer = conversation.events.get(seq=rated.message_seq).event
    return answer.in_reply_to if isinstance(answer, e.Message) else None


def _keep(conversation: Conversation, seq: int | None, by: BotVerdict.By, right: bool, now: datetime) -> None:
    if seq is None or (confidence := _confidence_in(conversation, seq)) is None:
        return
    BotVerdict.objects.update_or_create(
        conversation=conversation,
        seq=seq,
        by=by,
        defaults={"site_id": conversation.site_id, "confidence": confidence, "right": right, "at": now},
    )
    _correct(conversation.site)


def _correct(site: Site) -> None:
    shift = learning.correction(verdicts_at(site))
    Site.objects.filter(pk=site.pk).update(correction=shift)


def verdicts_at(site: Site) -> list[learning.Verdict]:
    """The latest ones."""
    rows = site.verdicts.order_by("-at", "-pk")[:VERDICTS]
    return [learning.Verdict(row.confidence, row.right) for row in rows]


def _confidence_in(conversation: Conversation, seq: int) -> float | None:
    """What the bot had said of its answer to the message at ``seq``; None where it gave or drafted none."""
    turns = conversation.events.filter(kind__in=("bot_turn", "bot_draft"), seq__gt=seq).order_by("-seq")[:LATEST]
    for row in turns:
        turn = row.event
        if isinstance(turn, e.BotTurn | e.BotDraft) and turn.in_reply_to == seq:
            return turn.confidence if turn.decision == "answer" else None
    return None
