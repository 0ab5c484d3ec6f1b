"""Whether a visitor's page is open: agents see it, and know whether a reply is read now or goes by e-mail.

Who left without an e-mail address is in nobody's way in line, so that everybody's place there follows from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import transaction
from django.db.models import Q

from chat import queries
from chat.actions import publish
from chat.domain.state import Status
from chat.models import Conversation, Visitor

#: Visitors in one transaction.
AT_ONCE = 500


class Sign(NamedTuple):
    """Of a visitor's page: that it lives, or that the last one closed."""

    conversation: Conversation
    now: datetime
    here: bool


def seen(conversation: Conversation, now: datetime) -> None:
    """The visitor's page gave a sign of life."""
    note([Sign(conversation, now, here=True)])


def gone(conversation: Conversation, now: datetime) -> None:
    """The last page of the visitor's closed, as far as this process knows; another's next beat corrects it."""
    note([Sign(conversation, now, here=False)])


def note(signs: Sequence[Sign]) -> list[None]:
    """Of each visitor the last sign counts. In one transaction: thousands of pages beat."""
    last = {sign.conversation.visitor_id: sign for sign in signs}
    with transaction.atomic():
        # What the row says now: between its reading and this sign another page may have closed, and been told of.
        before = dict(Visitor.objects.filter(pk__in=last).values_list("pk", "seen_at"))
        for here in (True, False):
            mine = [sign for sign in last.values() if sign.here is here]
            if mine:
                _set_seen(mine, max(sign.now for sign in mine) if here else None)
    news = [sign for pk, sign in last.items() if not sign.here or not queries.was_here(before.get(pk), sign.now)]
    told = _as_they_are(news)
    for sign in told:
        publish.visitor_presence(sign.conversation, sign.now)
    _tell_lines(each.conversation for each in told if _turned(each, before[each.conversation.visitor_id]))
    return [None] * len(signs)


def _as_they_are(signs: Sequence[Sign]) -> list[Sign]:
    """A page knows its conversation as it was: agents hear of everyone who waits by now."""
    rows = Conversation.objects.select_related("site", "visitor").in_bulk([sign.conversation.pk for sign in signs])
    return [sign._replace(conversation=rows[sign.conversation.pk]) for sign in signs if sign.conversation.pk in rows]


def _turned(sign: Sign, seen_at: datetime | None) -> bool:
    """Whether they were away, and are here, or the other way round."""
    return sign.here is (seen_at is None)


def _tell_lines(conversations: Iterable[Conversation]) -> None:
    """Each line once, however many left it or came back."""
    counted = [each for each in conversations if each.status == Status.WAITING and not each.visitor.email]
    for site in {each.site_id: each.site for each in counted}.values():
        publish.queue(site)


def expire(now: datetime) -> None:
    """Who stopped asking, or whose server died, is gone without a word. Safe in several processes at once."""
    while expired := _expire_some(now):
        gone = queries.currents(expired).values()
        for conversation in gone:
            publish.visitor_presence(conversation, now)
        _tell_lines(gone)


def _expire_some(now: datetime) -> list[int]:
    """Pks of visitors, each for one process only. After a crash all of thousands are due in the same second."""
    stale = Visitor.objects.filter(Q(seen_at__lte=now - queries.HERE_FOR) | Q(seen_at__gte=now + queries.HERE_FOR))
    if not stale.exists():
        return []
    with transaction.atomic():
        # Whom somebody is just now writing down as here, or gone, is not ours.
        rows = stale.select_for_update(skip_locked=True).order_by("pk")
        pks = list(rows.values_list("pk", flat=True)[:AT_ONCE])
        Visitor.objects.filter(pk__in=pks).update(seen_at=None)
    return pks


def _set_seen(signs: Sequence[Sign], moment: datetime | None) -> None:
    for sign in signs:
        sign.conversation.visitor.seen_at = moment
    Visitor.objects.filter(pk__in=[sign.conversation.visitor_id for sign in signs]).update(seen_at=moment)
