"""Work that must happen although the process that promised it may die: both tables are claimed by a lease."""

from __future__ import annotations

from django.db import models

from chat.models.conversation import Conversation
from chat.models.ids import new_id
from chat.models.site import Site


class Leased(models.Model):
    """Due at ``due_at``; whoever moved ``lease_until`` forward does it, and again when that lease runs out."""

    due_at = models.DateTimeField()
    lease_until = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True


class BotTurnOwed(Leased):
    """The visitor's message at ``seq`` has had no answer from the bot. Gone with the turn, in one transaction."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="turns_owed")
    seq = models.PositiveBigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["conversation", "seq"], name="one_bot_turn_per_message")]
        indexes = [models.Index(fields=["due_at"], name="bot_turn_due")]

    def __str__(self) -> str:
        return f"{self.conversation_id}:{self.seq}"


class OutboxMail(Leased):
    """An e-mail, written with the events that caused it and sent afterwards, at least once.

    ``public_id`` becomes the Message-ID, so that a second delivery can be told from a second message.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="outbox")
    to = models.EmailField()
    subject = models.CharField(max_length=200)
    text = models.TextField()
    #: Not sent if the visitor has read this far by the time it is due.
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, null=True, blank=True, related_name="mail")
    unless_read = models.PositiveBigIntegerField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    #: The mail server refused it for good, or it was tried for days.
    given_up_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["due_at"], condition=models.Q(sent_at__isnull=True), name="outbox_unsent"),
        ]

    def __str__(self) -> str:
        return f"{self.public_id} to {self.to}"
