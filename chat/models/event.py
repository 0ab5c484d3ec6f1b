from __future__ import annotations

from django.db import models

from chat.domain import events
from chat.domain.events import AnyEvent, Recorded
from chat.models.conversation import Conversation
from chat.models.ids import new_id


class Event(models.Model):
    """A row of the truth. ``cmid`` and ``digest`` are set on the first event of a client's command.

    ``author`` is who commanded ("visitor:…", "agent:…", "bot", "system"); a cmid is unique per author.
    """

    public_id = models.UUIDField(default=new_id, editable=False)
    #: Without an index of its own: the one for (conversation, seq) serves.
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="events", db_index=False)
    seq = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=32)
    v = models.PositiveSmallIntegerField()
    body = models.JSONField()
    at = models.DateTimeField()
    author = models.CharField(max_length=48)
    cmid = models.UUIDField(null=True, blank=True)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["conversation_id", "seq"]
        constraints = [
            models.UniqueConstraint(fields=["conversation", "seq"], name="seq_is_unique_per_conversation"),
            models.UniqueConstraint(
                fields=["author", "cmid"],
                condition=models.Q(cmid__isnull=False),
                name="cmid_is_unique_per_author",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.conversation_id}:{self.seq} {self.kind}"

    @property
    def event(self) -> AnyEvent:
        return events.restore(self.kind, self.v, self.body)

    @property
    def recorded(self) -> Recorded:
        return Recorded(seq=self.seq, at=self.at, event=self.event)
