from __future__ import annotations

from django.db import models

from chat.models.site import Membership


class AgentPresence(models.Model):
    """Whether an agent is here. ``lease_until`` is renewed by answered heartbeats; past it, the agent is lost."""

    membership = models.OneToOneField(Membership, on_delete=models.CASCADE, related_name="presence")
    available = models.BooleanField(default=True)
    lease_until = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.membership_id} until {self.lease_until}"
