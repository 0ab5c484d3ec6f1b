"""Puts the demo business into an empty database, once."""

from __future__ import annotations

import msgspec
from django.db import transaction

from chat.actions import knowledge, sites
from chat.demo.content import FaqSeed, load_business, load_faq
from chat.models import FaqEntry, Role, Site, User

SLUG = "demo"


def seed(*, origin: str) -> bool:
    """Make the demo site if it isn't there; True if it was made. ``origin`` is where its pages are served."""
    with transaction.atomic():
        site = Site.objects.filter(slug=SLUG).first()
        if site is not None:
            # The port may be another one than last time.
            Site.objects.filter(pk=site.pk).update(origins=[origin])
            return False
        _make(origin)
        return True


def _make(origin: str) -> None:
    business = load_business()
    people = [(person, User.objects.create_user(person.email, None, name=person.name)) for person in business.people]
    owner = next(user for person, user in people if person.role == "owner")
    site = sites.create_site(
        owner=owner,
        slug=SLUG,
        name=business.name,
        origins=[origin],
        time_zone=business.time_zone,
        hours=msgspec.to_builtins(business.hours),
        email=business.email,
        phone=business.phone,
        sensitive_topics=[phrase for topic in business.sensitive_topics for phrase in topic.phrases],
    )
    for person, user in people:
        if user != owner:
            sites.add_person(site, email=user.email, name=user.name, role=Role(person.role))
    knowledge.save_entries(site, [_entry(seed) for seed in load_faq()])


def _entry(seed: FaqSeed) -> FaqEntry:
    fields = msgspec.to_builtins(seed)
    return FaqEntry(**{name: value for name, value in fields.items() if value})


def set_password(password: str) -> None:
    """One password for all of the demo's people. Who has it keeps it: a new hash would end their sessions."""
    with transaction.atomic():
        for user in User.objects.filter(memberships__site__slug=SLUG):
            if not user.check_password(password):
                user.set_password(password)
                user.save(update_fields=["password"])
