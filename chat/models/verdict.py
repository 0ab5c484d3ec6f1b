from __future__ import annotations

from django.db import models

from chat.models.conversation import Conversation
from chat.models.site import Site


class BotVerdict(models.Model):
    """Whether the bot's answer to the visitor's message at ``seq`` was right, by the visitor or by an agent.

    Each has one word on it, the latest. ``confidence`` is what the bot had said of it, 0..1.
    """

    class By(models.TextChoices):
        VISITOR = "visitor"
        AGENT = "agent"

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="verdicts")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="verdicts")
    seq = models.PositiveBigIntegerField()
    by = models.CharField(max_length=7, choices=By.choices)
    confidence = models.FloatField()
    right = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["conversation", "seq", "by"], name="one_verdict_on_each_answer")]
        indexes = [models.Index(fields=["site", "-at"], name="verdicts_latest")]

    def __str__(self) -> str:
        return f"{self.conversation_id}:{self.seq}"
