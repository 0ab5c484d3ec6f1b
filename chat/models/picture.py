from __future__ import annotations

from django.db import models

from chat.models.ids import new_id
from chat.models.site import Site
from chat.models.user import User


class Picture(models.Model):
    """A picture of an answer, re-encoded by us: nothing of the uploaded file is kept but what it shows.

    In the database, so that every process serves it and a backup holds it. ``alt`` is what it says in words.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="pictures")
    by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    alt = models.CharField(max_length=300)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    data = models.BinaryField()
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.alt
