from __future__ import annotations

import msgspec
from django.db import models

from chat.domain.state import State, Status
from chat.models.ids import new_id
from chat.models.site import Membership, Site
from chat.models.visitor import Visitor


class Conversation(models.Model):
    """A cached fold of its events. ``fold`` is the domain's State; the other columns are there to be queried.

    ``epoch`` rises when history is erased or cut; ``rev`` is the inbox change that last touched the row.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="conversations")
    visitor = models.ForeignKey(Visitor, on_delete=models.CASCADE, related_name="conversations")
    status = models.CharField(max_length=16, default=Status.START.value)
    state_version = models.PositiveIntegerField(default=0)
    fold = models.JSONField(default=dict)
    epoch = models.PositiveIntegerField(default=1)
    top_seq = models.PositiveBigIntegerField(default=0)
    rev = models.BigIntegerField(default=0)
    agent = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="chats")
    queued_at = models.DateTimeField(null=True, blank=True)
    #: The place in line since `queued_at`; see chat/domain/routing.py.
    queue_rank = models.BigIntegerField(default=0)
    #: Since when the visitor waits to hear from a person; empty also when the alarm was raised.
    unanswered_since = models.DateTimeField(null=True, blank=True, db_index=True)
    reference = models.CharField(max_length=8, blank=True)
    preview = models.JSONField(null=True, blank=True)
    visitor_read = models.PositiveBigIntegerField(default=0)
    agent_read = models.PositiveBigIntegerField(default=0)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    #: When it closes by itself, as the visitor was told.
    closes_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["site", "visitor"],
                condition=~models.Q(status=Status.CLOSED.value),
                name="one_open_conversation_per_visitor",
            ),
            models.UniqueConstraint(
                fields=["site", "reference"], condition=~models.Q(reference=""), name="reference_is_unique_per_site"
            ),
        ]
        indexes = [
            models.Index(fields=["site", "rev"], name="conversation_by_rev"),
            models.Index(fields=["site", "status", "queued_at"], name="conversation_queue"),
            # Not with updated_at, which every message changes: PostgreSQL would renew the row in all indexes.
            models.Index(fields=["status"], name="conversation_idle"),
            models.Index(fields=["closes_at"], name="conversation_closes", condition=models.Q(closes_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return str(self.public_id)

    @property
    def state(self) -> State:
        return msgspec.convert(self.fold, State) if self.fold else State()
