from __future__ import annotations

from django.db import models


class Conversation(models.Model):
    id = models.CharField(primary_key=True, max_length=40)
    top = models.PositiveBigIntegerField(default=0)

    objects: models.Manager[Conversation] = models.Manager()

    class Meta:
        app_label = "stock"


class Message(models.Model):
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE)
    seq = models.PositiveBigIntegerField()
    author = models.CharField(max_length=40)
    cmid = models.UUIDField()
    text = models.TextField()
    at = models.DateTimeField(auto_now_add=True)

    objects: models.Manager[Message] = models.Manager()

    class Meta:
        app_label = "stock"
        constraints = [
            models.UniqueConstraint(fields=["conversation", "seq"], name="seq_once"),
            models.UniqueConstraint(fields=["author", "cmid"], name="cmid_once"),
        ]
