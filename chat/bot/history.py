"""What the slider would have meant for a site, measured on what its visitors asked lately."""

from __future__ import annotations

from collections.abc import Iterator

from chat.actions.learn import verdicts_at
from chat.domain import learning
from chat.domain.decision import ANSWER_FROM, TOO_CLOSE
from chat.domain.events import BotDraft, BotTurn, Reason, Speech
from chat.models import Event, Site

#: Conversations that are looked at, the latest.
CONVERSATIONS = 200
TURNS = 1_000

#: The confidence of what no position of the slider would have answered.
NEVER = 0.0

SLIDER = range(-learning.STEPS, learning.STEPS + 1)


def effects(site: Site) -> list[learning.Effect]:
    """One for each position of the slider, from "asks people sooner" on."""
    asked, verdicts = list(_confidences(site)), verdicts_at(site)
    cuts = [learning.cut(ANSWER_FROM, position) for position in SLIDER]
    return [learning.effect(asked, verdicts, shift=site.correction, cut=cut) for cut in cuts]


def _confidences(site: Site) -> Iterator[float]:
    """Of the turns that were about the FAQ: not of greetings, nor of what a person must answer at any confidence."""
    latest = site.conversations.order_by("-pk").values_list("pk", flat=True)[:CONVERSATIONS]
    turns = Event.objects.filter(conversation__in=list(latest), kind__in=("bot_turn", "bot_draft"))
    for row in turns.order_by("-pk")[:TURNS]:
        turn = row.event
        if isinstance(turn, BotTurn | BotDraft) and _about_faq(turn):
            yield NEVER if _unanswerable(turn) else turn.confidence


def _about_faq(turn: BotTurn | BotDraft) -> bool:
    """A second failure asked a person for want of confidence; turns stored before they had a reason are left out."""
    unsure = turn.code in (Speech.NO_ANSWER_YET, Speech.OTHER_LANGUAGE) or turn.reason is Reason.NO_ANSWER
    return unsure or turn.decision in ("answer", "clarify") or _failed_before_codes(turn)


def _failed_before_codes(turn: BotTurn | BotDraft) -> bool:
    return isinstance(turn, BotTurn) and turn.failed and turn.decision == "say"


def _unanswerable(turn: BotTurn | BotDraft) -> bool:
    """At any confidence: the answer is in a language that isn't the page's, or two entries were equally near."""
    return turn.code is Speech.OTHER_LANGUAGE or _torn(turn)


def _torn(turn: BotTurn | BotDraft) -> bool:
    if not isinstance(turn, BotTurn) or turn.code is not Speech.UNSURE or len(turn.tried) < 2:
        return False
    first, second = turn.tried[:2]
    return first.score - second.score < TOO_CLOSE
