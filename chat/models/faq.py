from __future__ import annotations

from typing import Any

from django.db import models

from chat.models.ids import new_id
from chat.models.site import Site


def new_key() -> str:
    return str(new_id())


class FaqEntry(models.Model):
    """A question that the owner answers. The bot says nothing that isn't in a published entry's ``answer``.

    ``paraphrases`` is a list of other wordings. Entries with one ``key`` are one answer in several languages; the
    ``language`` is the site's own unless it is said. ``revision`` counts the edits: who saves names the one that was
    read. Written by chat.actions.knowledge alone.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="faq")
    key = models.CharField(max_length=64, default=new_key)
    language = models.CharField(max_length=12, blank=True, default="")
    title = models.CharField(max_length=200)
    paraphrases = models.JSONField(default=list, blank=True)
    answer = models.TextField()
    tags = models.JSONField(default=list, blank=True)
    published = models.BooleanField(default=True)
    revision = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name_plural = "FAQ entries"
        ordering = ["site_id", "title", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["site", "key", "language"], name="one_faq_entry_per_key_and_language")
        ]

    def __str__(self) -> str:
        return self.title

    #: What an owner writes, and what a version keeps.
    CONTENT = ("key", "language", "title", "paraphrases", "answer", "tags", "published")

    @property
    def content(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.CONTENT}
