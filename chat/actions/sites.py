"""Sites and their people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.html import escape

from chat.actions import publish
from chat.models import Membership, Role, Site, User


class StaleSettings(Exception):
    """Somebody else changed a field since it was read. ``site`` is as it is now."""

    def __init__(self, site: Site) -> None:
        super().__init__(site.pk)
        self.site = site


def create_site(*, owner: User, **fields: Any) -> Site:
    """Raises django.core.exceptions.ValidationError when a field is not what it should be."""
    with transaction.atomic():
        site = Site(**fields)
        site.full_clean()
        site.save()
        Membership.objects.create(site=site, user=owner, role=Role.OWNER)
        return site


def set_bot(site: Site, settings: Mapping[str, Any], *, was: Mapping[str, Any] | None = None) -> Site:
    """The site with these fields changed, and no others: its row also numbers the inbox, perhaps right now.

    ``was`` is what was read of them; a field that it doesn't name is overwritten. Raises StaleSettings.
    """
    with transaction.atomic():
        stored = Site.objects.select_for_update(no_key=True).get(pk=site.pk)
        if any(getattr(stored, name) != read for name, read in (was or {}).items() if name in settings):
            raise StaleSettings(stored)
        Site.objects.filter(pk=site.pk).update(**settings)
        changed = Site.objects.get(pk=site.pk)
        if any(getattr(stored, name) != getattr(changed, name) for name in Site.OPENING):
            transaction.on_commit(lambda: publish.availability(changed), robust=True)
        return changed


def add_person(site: Site, *, email: str, name: str, role: Role, password: str | None = None) -> Membership:
    """A new account, or an existing one's place at this site."""
    with transaction.atomic():
        user = User.objects.filter(email=email.lower()).first()
        user = user or User.objects.create_user(email, password, name=name)
        return Membership.objects.create(site=site, user=user, role=role)


def snippet(site: Site, public_url: str) -> str:
    """What the owner pastes. It holds e-mail and phone, because a chat that can't load can't say them."""
    ways = {"data-email": site.email, "data-phone": site.phone}
    more = "".join(f' {name}="{escape(value)}"' for name, value in ways.items() if value)
    return f'<script async src="{public_url}/widget.js" data-site="{site.key}"{more}></script>'
