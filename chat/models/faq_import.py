from __future__ import annotations

from django.db import models

from chat.models.ids import new_id
from chat.models.site import Site
from chat.models.user import User


class FaqImport(models.Model):
    """A file on its way into the FAQ: its parts come one by one, and nothing of it counts before it is applied.

    ``made`` is None until then, afterwards what it did, so that it can be undone: ``new`` and ``changed``, each a
    mapping of an entry's public id to the revision that it got.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="faq_imports")
    by = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    format = models.CharField(max_length=8)
    created_at = models.DateTimeField(auto_now_add=True)
    made = models.JSONField(null=True, editable=False)

    def __str__(self) -> str:
        return str(self.public_id)


class FaqImportPart(models.Model):
    faq_import = models.ForeignKey(FaqImport, on_delete=models.CASCADE, related_name="parts")
    number = models.PositiveIntegerField()
    text = models.TextField()

    class Meta:
        ordering = ["faq_import_id", "number"]
        constraints = [models.UniqueConstraint(fields=["faq_import", "number"], name="one_faq_import_part_per_number")]

    def __str__(self) -> str:
        return f"{self.faq_import_id}:{self.number}"
