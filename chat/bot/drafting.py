"""What the bot would have said, for agents: where it helps them, and in rehearsal. A hint: one that is lost is lost."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import structlog
from django.db.models import Q
from django.utils import timezone

from chat.actions import system
from chat.actions.turns import Turn, drafting
from chat.bot.known import Known, known_at
from chat.bot.responder import Question, think_about
from chat.delivery import topics
from chat.delivery.hints import Hints
from chat.domain import commands as c
from chat.domain.conversation import Refused
from chat.domain.events import Speech
from chat.domain.personal import personalise
from chat.domain.state import Status
from chat.models import Conversation, Dial, Site

log = structlog.get_logger()

#: An agent needs no help to say hello, and none to say that there is no answer.
NO_HELP = frozenset({Speech.GREETING, Speech.THANKS, Speech.GOODBYE, Speech.IDENTITY, Speech.NO_ANSWER_YET})


class Drafts(Hints[Turn]):
    """Hears of this process's committed messages, of the sites that ``look`` found."""

    def __init__(self) -> None:
        super().__init__(topics.BOT_DRAFTS, _draft, read=msgspec.json.Decoder(Turn).decode)


def look() -> None:
    """Which sites want drafts; to be asked every second, so that no message has to ask."""
    wants = Q(rehearsal=True) | Q(dial=Dial.BOT_HELPS) | Q(dial_closed=Dial.BOT_HELPS)
    drafting.sites = frozenset(Site.objects.filter(wants).values_list("pk", flat=True))


def _draft(turns: Sequence[Turn]) -> list[Exception | None]:
    return [_one(turn) for turn in turns]


def _one(turn: Turn) -> Exception | None:
    try:
        _write(turn)
    except Refused:
        return None
    except Exception as error:
        log.exception("bot.draft_failed", conversation=turn.pk)
        return error
    return None


def _write(turn: Turn) -> None:
    """Raises Refused where nobody needs it any more."""
    chat = Conversation.objects.select_related("site", "visitor").get(pk=turn.pk)
    state, now = chat.state, timezone.now()
    if chat.site.dial_at(now) is not Dial.BOT_HELPS or state.status not in (Status.WAITING, Status.HUMAN):
        return
    question = Question(site_pk=chat.site_id, seq=turn.seq, text=turn.text, language=chat.visitor.language, state=state)
    known = known_at([question.readers])[question.readers]
    reply = think_about(question, known)
    if reply.code not in NO_HELP:
        answers = tuple(_answer(known, choice.entry_id) for choice in reply.choices)
        system.bot_drafts(chat, c.BotDrafts(reply=reply, answers=answers), now)


def _answer(known: Known, entry_id: str) -> str:
    return personalise(known.faq.entries[entry_id].answer, known.rules.values)
