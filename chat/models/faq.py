from __future__ import annotations

from django.db import models

from chat.models.ids import new_id
from chat.models.site import Site


class FaqEntry(models.Model):
    """A question that the owner answers. The bot says nothing that isn't in a published entry's ``answer``.

    ``paraphrases`` is a list of other wordings. Saving raises the site's ``faq_version`` (chat.actions.faq).
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="faq")
    title = models.CharField(max_length=200)
    paraphrases = models.JSONField(default=list, blank=True)
    answer = models.TextField()
    tags = models.JSONField(default=list, blank=True)
    published = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name_plural = "FAQ entries"
        ordering = ["site_id", "title"]

    def __str__(self) -> str:
        return self.title
