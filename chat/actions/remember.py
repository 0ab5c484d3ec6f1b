"""By which words a chat is found later. Stored when it changes hands or ends, for a message must cost little; caught
up with when somebody looks, for what is on the screen must be found.
"""

from __future__ import annotations

from contextlib import suppress

from django.db import DatabaseError, transaction
from django.db.models import F, QuerySet

from chat.domain.finding import said_by_people, words_of
from chat.domain.state import State, Status
from chat.models import Conversation, ConversationWords

#: So many of a chat's latest messages are looked at: a long chat must not slow its own end.
SAID_MESSAGES = 200
#: Chats that one search catches up with, the latest to speak first: it takes a millisecond each.
AT_ONCE = 200


def remember(row: Conversation, state: State) -> None:
    """Of a chat that is locked."""
    words = ConversationWords(conversation=row, text=_words(row, state), seq=row.top_seq)
    ConversationWords.objects.bulk_create(
        [words], update_conflicts=True, unique_fields=["conversation"], update_fields=["text", "seq"]
    )


def catch_up(conversations: QuerySet[Conversation]) -> None:
    """What was said in open chats since they were remembered."""
    behind = conversations.exclude(status=Status.CLOSED).filter(words__seq__lt=F("top_seq"))
    rows = behind.select_related("visitor").order_by("-updated_at")[:AT_ONCE]
    said = [(row, _words(row, row.state)) for row in rows]
    if said:
        # A database that takes nothing more is searched as it stands.
        with suppress(DatabaseError), transaction.atomic():
            for row, text in said:
                # Unless it moved on meanwhile, and is remembered with more.
                mine = ConversationWords.objects.filter(conversation=row, seq__lt=row.top_seq)
                mine.update(text=text, seq=row.top_seq)


def _words(row: Conversation, state: State) -> str:
    latest = row.events.filter(kind="message").order_by("-seq")[:SAID_MESSAGES]
    said = said_by_people(item.event for item in reversed(latest))
    return words_of(state.references, label=row.visitor.label, email=row.visitor.email, said=said)
