"""Whether a visitor's page is open: agents see it, and know whether a reply is read now or goes by e-mail."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from chat import queries
from chat.actions import publish
from chat.models import Conversation, Visitor


def seen(conversation: Conversation, now: datetime) -> None:
    """The visitor's page gave a sign of life."""
    visitor = conversation.visitor
    came = not queries.is_here(visitor, now)
    _set_seen(visitor, now)
    if came:
        publish.visitor_presence(conversation, now)


def gone(conversation: Conversation, now: datetime) -> None:
    """The last page of the visitor's closed, as far as this process knows; another's next beat corrects it."""
    _set_seen(conversation.visitor, None)
    publish.visitor_presence(conversation, now)


def expire(now: datetime) -> None:
    """Who stopped asking, or whose server died, is gone without a word. Safe in several processes at once."""
    stale = Q(seen_at__lte=now - queries.HERE_FOR) | Q(seen_at__gte=now + queries.HERE_FOR)
    for visitor in Visitor.objects.filter(stale):
        with transaction.atomic():
            still = Visitor.objects.filter(pk=visitor.pk, seen_at=visitor.seen_at)
            expired = still.update(seen_at=None)
        conversation = queries.current(visitor.conversations.all()) if expired else None
        if conversation:
            publish.visitor_presence(conversation, now)


def _set_seen(visitor: Visitor, moment: datetime | None) -> None:
    visitor.seen_at = moment
    with transaction.atomic():
        Visitor.objects.filter(pk=visitor.pk).update(seen_at=moment)
