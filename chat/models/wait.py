from __future__ import annotations

from django.db import models

from chat.models.site import Site


class MeasuredWait(models.Model):
    """How long a visitor waited from asking for a person until one joined: what estimates are made of."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="waits")
    at = models.DateTimeField()
    seconds = models.PositiveIntegerField()

    class Meta:
        indexes = [models.Index(fields=["site", "-at"], name="waits_latest")]

    def __str__(self) -> str:
        return f"{self.seconds} s at {self.site_id}"
