"""One transaction per message: lock the conversation, know the cmid again, number, insert."""

from __future__ import annotations

from django.db import transaction

from tests.bench.peers.stock.models import Conversation, Message


def store(*, conversation: str, author: str, cmid: str, text: str) -> tuple[int, bool]:
    """The message's seq, and whether it is new."""
    with transaction.atomic():
        row, _ = Conversation.objects.select_for_update().get_or_create(pk=conversation)
        known = Message.objects.filter(author=author, cmid=cmid).first()
        if known:
            return known.seq, False
        row.top += 1
        row.save(update_fields=["top"])
        Message.objects.create(conversation=row, seq=row.top, author=author, cmid=cmid, text=text)
        return row.top, True
