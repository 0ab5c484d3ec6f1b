"""What the slider would have meant for a site, measured on what its visitors asked lately."""

from __future__ import annotations

from collections.abc import Iterator

from chat.actions.learn import verdicts_at
from chat.domain import learning
from chat.domain.decision import ANSWER_FROM
from chat.domain.events import BotDraft, BotTurn
from chat.models import Event, Site

#: Conversations that are looked at, the latest.
CONVERSATIONS = 200
TURNS = 1_000

SLIDER = range(-learning.STEPS, learning.STEPS + 1)


def effects(site: Site) -> list[learning.Effect]:
    """One for each position of the slider, from "asks people sooner" on."""
    asked, verdicts = list(_confidences(site)), verdicts_at(site)
    cuts = [learning.cut(ANSWER_FROM, position) for position in SLIDER]
    return [learning.effect(asked, verdicts, shift=site.correction, cut=cut) for cut in cuts]


def _confidences(site: Site) -> Iterator[float]:
    """Of the turns that were about the FAQ: not of greetings, nor of requests for a person."""
    latest = site.conversations.order_by("-pk").values_list("pk", flat=True)[:CONVERSATIONS]
    turns = Event.objects.filter(conversation__in=list(latest), kind__in=("bot_turn", "bot_draft"))
    for row in turns.order_by("-pk")[:TURNS]:
        turn = row.event
        if isinstance(turn, BotTurn | BotDraft) and (turn.decision in ("answer", "clarify") or _failed(turn)):
            yield turn.confidence


def _failed(turn: BotTurn | BotDraft) -> bool:
    return isinstance(turn, BotTurn) and turn.failed and turn.decision != "failed"
