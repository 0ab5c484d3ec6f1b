from __future__ import annotations

import hashlib

from django.db import models

from chat.models.ids import new_id
from chat.models.site import Site


def hash_token(token: str) -> str:
    """SHA-256 in hex. Tokens have 256 random bits, so a slow hash would add nothing."""
    return hashlib.sha256(token.encode()).hexdigest()


class Visitor(models.Model):
    """Someone who wrote. ``email`` is where an answer goes: typed, so never an identity."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="visitors")
    language = models.CharField(max_length=12, default="en")
    email = models.EmailField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    #: When a page of the visitor's last gave a sign of life; empty once none is open.
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["seen_at"], condition=models.Q(seen_at__isnull=False), name="visitors_here"),
        ]

    def __str__(self) -> str:
        return str(self.public_id)

    @property
    def label(self) -> str:
        """How agents tell visitors apart: the last characters of the id are random, the first are the time."""
        return self.public_id.hex[-4:].upper()


class Credential(models.Model):
    """What makes a browser a visitor. The frame made the token; only its hash is here."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="credentials")
    visitor = models.ForeignKey(Visitor, on_delete=models.CASCADE, related_name="credentials")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["revoked_at"], condition=models.Q(revoked_at__isnull=False), name="credentials_revoked"
            ),
        ]

    def __str__(self) -> str:
        return f"of {self.visitor_id}"
