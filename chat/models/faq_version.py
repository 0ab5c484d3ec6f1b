from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from chat.models.site import Site
from chat.models.user import User


class Change(models.TextChoices):
    CREATED = "created", _("created")
    EDITED = "edited", _("edited")
    IMPORTED = "imported", _("imported")
    RESTORED = "restored", _("restored")
    DELETED = "deleted", _("deleted")


class FaqVersion(models.Model):
    """An entry as it was after one change: who, when, what. It outlives the entry, so that a deletion can be undone.

    ``entry_id`` is the entry's public id; ``content`` holds ``FaqEntry.CONTENT``. Whoever erases a person's words from
    an answer erases them here as well.
    """

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="faq_versions")
    entry_id = models.UUIDField()
    revision = models.PositiveIntegerField()
    change = models.CharField(max_length=8, choices=Change.choices)
    by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    content = models.JSONField()

    class Meta:
        ordering = ["site_id", "entry_id", "-revision"]
        constraints = [
            models.UniqueConstraint(fields=["site", "entry_id", "revision"], name="one_faq_version_per_revision")
        ]

    def __str__(self) -> str:
        return f"{self.entry_id}@{self.revision}"
